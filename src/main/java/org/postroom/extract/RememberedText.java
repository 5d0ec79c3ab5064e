package org.postroom.extract;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Blob;
import org.postroom.safety.TextExtractor;

/// Reads each file once, as long as there is memory for what was read: a review is done again after
/// every change of a word, and the files are mostly the same. Safe for several threads.
public final class RememberedText implements TextExtractor {
  private static final int MOST_FILES = 1_000;

  private final TextExtractor reader;
  private final Map<Key, SoftReference<Extraction>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<Extraction>> eldest) {
          return size() > MOST_FILES;
        }
      };

  /// The same bytes under another name may be another format, and are called otherwise inside.
  private record Key(String sha256, String fileName) {}

  public RememberedText(TextExtractor reader) {
    this.reader = reader;
  }

  @Override
  public Extraction extract(String fileName, String contentType, Blob content) {
    Key key = new Key(content.sha256(), fileName.toLowerCase(Locale.ROOT));
    Extraction found = find(key);
    if (found == null) {
      found = reader.extract(fileName, contentType, content.bytes());
      keep(key, found);
    }
    return found;
  }

  @Override
  public Extraction extract(String fileName, String contentType, byte[] content) {
    return extract(fileName, contentType, Blob.of(content));
  }

  private synchronized @Nullable Extraction find(Key key) {
    SoftReference<Extraction> there = known.get(key);
    return there == null ? null : there.get();
  }

  private synchronized void keep(Key key, Extraction found) {
    known.put(key, new SoftReference<>(found));
  }
}
