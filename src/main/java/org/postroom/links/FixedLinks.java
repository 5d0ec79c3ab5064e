package org.postroom.links;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.postroom.safety.text.PublicHost;

/// The links of a mailshot's texts to pages on the web, parted by whether they can be tried without
/// telling a server anything of a person.
///
/// @param links the same for everybody, each once, in the order of the text; at most [#MOST]
/// @param personal those with a merge field in them: they differ for each person, and are never
///   tried
/// @param others those that are not tried: written wrongly, with a password, to this computer or
///   its network, or beyond [#MOST]
public record FixedLinks(List<URI> links, List<String> personal, List<String> others) {
  public static final int MOST = 50;
  public static final FixedLinks NONE = new FixedLinks(List.of(), List.of(), List.of());

  private static final String FIELD = "{{";
  private static final Pattern IN_WORDS = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"']+");
  private static final Pattern AT_THE_END = Pattern.compile("[.,;:!?*_]+$");
  private static final Pattern UNWRITABLE =
      Pattern.compile("[ |^`{}\"<>\\\\\\[\\]]|%(?![0-9A-Fa-f]{2})");
  private static final Pattern PARTS = Pattern.compile("(?i)(https?://)([^/?#]*)(.*)");

  public FixedLinks {
    links = List.copyOf(links);
    personal = List.copyOf(personal);
    others = List.copyOf(others);
  }

  /// The links of a template's sources.
  ///
  /// @param html empty where there is none
  /// @param text plain; empty where there is none
  public static FixedLinks in(String html, String text) {
    Set<String> written = new LinkedHashSet<>();
    for (Element link : Jsoup.parse(html).select("a[href], area[href]")) {
      written.add(link.attr("href").strip());
    }
    Matcher words = IN_WORDS.matcher(text);
    while (words.find()) {
      written.add(ended(words.group()));
    }
    return of(written);
  }

  /// The servers that would be asked, each once.
  public List<String> hosts() {
    return links.stream().map(URI::getHost).distinct().toList();
  }

  private static FixedLinks of(Set<String> written) {
    Set<URI> links = new LinkedHashSet<>();
    Set<String> personal = new LinkedHashSet<>();
    List<String> others = new ArrayList<>();
    for (String link : written) {
      boolean isWeb = link.toLowerCase(Locale.ROOT).startsWith("http");
      if (link.contains(FIELD)) {
        if (isWeb || link.startsWith(FIELD)) {
          personal.add(link);
        }
      } else if (isWeb) {
        Optional<URI> read = read(link);
        if (read.isEmpty() || (links.size() == MOST && !links.contains(read.get()))) {
          others.add(link);
        } else {
          links.add(read.get());
        }
      }
    }
    return new FixedLinks(
        List.copyOf(links), List.copyOf(personal), others.stream().distinct().toList());
  }

  /// What ends a sentence or a bracket is not the link's.
  private static String ended(String found) {
    String link = AT_THE_END.matcher(found).replaceFirst("");
    boolean closesMore = link.endsWith(")") && count(link, ')') > count(link, '(');
    return closesMore ? ended(link.substring(0, link.length() - 1)) : link;
  }

  private static long count(String link, char bracket) {
    return link.chars().filter(each -> each == bracket).count();
  }

  /// Without its fragment, which no server is told. Empty where it is not to be tried.
  private static Optional<URI> read(String written) {
    Matcher parts = PARTS.matcher(written);
    if (!parts.matches()) {
      return Optional.empty();
    }
    // As browsers write what RFC 3986, section 2, has no place for.
    String rest =
        UNWRITABLE
            .matcher(parts.group(3).replaceFirst("#.*$", ""))
            .replaceAll(each -> "%%%02X".formatted((int) each.group().charAt(0)));
    try {
      String host = IDN.toASCII(parts.group(2));
      URI link = URI.create(new URI(parts.group(1) + host + rest).toASCIIString());
      return Hosts.isHttp(link) && PublicHost.isPublic(link.getHost())
          ? Optional.of(link)
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
