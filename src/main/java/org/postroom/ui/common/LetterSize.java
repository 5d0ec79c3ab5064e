package org.postroom.ui.common;

import org.postroom.engine.Postroom;
import org.postroom.engine.Through;
import org.postroom.safety.LetterLimit;

/// How much of what the provider takes a finished letter has.
///
/// @param bytes as it travels
/// @param largest what the provider takes, or most servers where the provider is not known
/// @param provider as people call it; empty where it is not known
public record LetterSize(long bytes, long largest, String provider) {
  /// Practice counts as real mail to an unknown provider: what is too large there is found here.
  public static LetterSize of(Postroom engine, Through through, long bytes) {
    LetterLimit limit =
        switch (through) {
          case Through.Practice _ -> LetterLimit.USUAL;
          case Through.Server server -> engine.profile(server.host()).letterLimit();
        };
    return new LetterSize(bytes, limit.bytes(), limit.provider());
  }

  /// True where it will be refused somewhere.
  public boolean isOver() {
    return bytes > largest;
  }

  /// For example "1.3 MB of the 25 MB that Google takes".
  public String words(Texts texts) {
    String key = isOver() ? "size.over" : "size.of";
    return provider.isEmpty()
        ? texts.get(key + ".usual", texts.size(bytes), texts.size(largest))
        : texts.get(key, texts.size(bytes), texts.size(largest), provider);
  }
}
