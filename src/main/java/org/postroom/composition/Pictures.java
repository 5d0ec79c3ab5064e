package org.postroom.composition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postroom.message.Attachment;
import org.postroom.message.InlineImage;

/// The images of a mailshot with their ids.
///
/// @param images of these
/// @param html what points the HTML at them
/// @param byId each image once, by its Content-ID
record Pictures(List<InlineImage> images, PointedHtml html, Map<String, Attachment> byId) {
  static final Pictures NONE = of(List.of());

  /// Ids without an `@`, as large mailers write them: nobody can take one for an address.
  static Pictures of(List<InlineImage> images) {
    Map<String, String> ids = new LinkedHashMap<>();
    Map<String, Attachment> byId = new LinkedHashMap<>();
    for (InlineImage image : images) {
      String digest = image.image().content().sha256().substring(0, 12);
      String id = String.format(Locale.ROOT, "image%d.%s", ids.size() + 1, digest);
      if (ids.putIfAbsent(image.source(), id) == null) {
        byId.put(id, image.image());
      }
    }
    return new Pictures(images, new PointedHtml(ids), byId);
  }
}
