package org.postroom.links;

import java.net.URI;

/// A link and what came of trying it.
public record TriedLink(URI link, LinkAnswer answer) {
  /// True where a reader gets to a page at the address that was written, or elsewhere on its host.
  public boolean isFine() {
    return switch (answer) {
      case LinkAnswer.There _ -> true;
      case LinkAnswer.Moved(URI to) -> Hosts.same(link, to);
      case LinkAnswer.NotThere _,
          LinkAnswer.Refused _,
          LinkAnswer.NoSuchHost _,
          LinkAnswer.TooSlow _,
          LinkAnswer.NotTrusted _,
          LinkAnswer.NoAnswer _,
          LinkAnswer.Astray _,
          LinkAnswer.Endless _ ->
          false;
    };
  }
}
