package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;
import org.postroom.safety.text.Entities;
import org.postroom.safety.text.HtmlWords;
import org.postroom.safety.text.PublicHost;

/// Links and pictures that would not work for the reader, or that lead somewhere else than they
/// say. Those with a field in them are looked at as far as they are fixed.
public final class Links implements SafetyCheck {
  private static final Pattern LINK = Pattern.compile("(?is)<a\\b([^>]*)>(.*?)</a\\s*>");
  private static final Pattern HREF =
      Pattern.compile("(?is)\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
  private static final Pattern SOURCE =
      Pattern.compile("(?is)<img\\b[^>]*?\\bsrc\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
  private static final Pattern LOCAL = Pattern.compile("(?i)^(?:file:|[a-z]:[\\\\/]|\\\\\\\\).*");
  private static final Pattern HOST =
      Pattern.compile("(?i)^https?://(?:[^/@?#]*@)?(\\[[^]]*]|[^/:?#]*)(?::\\d+)?(.*)$");
  private static final Pattern PREVIEW =
      Pattern.compile(
          "(?i)^(?:staging|stage|preview|dev|test)[.-].*|.*[?&](?:preview=true|preview_id=|draft=)"
              + ".*|.*/(?:wp-admin|wp-login)\\b.*|.*docs\\.google\\.com/.*/edit\\b.*|.*\\.canva\\.com/design/.*/edit\\b.*"
              + "|[\\w-]+-git-[\\w-]+\\.vercel\\.app\\b.*|deploy-preview-\\d+--.*|editor\\.wix\\.com\\b.*"
              + "|.*[?&]elementor-preview=.*");

  /// Other places of HTML from which programs take pictures.
  private static final Pattern BACKGROUND =
      Pattern.compile(
          "(?is)\\b(?:background|srcset)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))"
              + "|\\burl\\(\\s*['\"]?([^'\")]+)");

  /// A link in a plain text, or the way to a file on a drive or a server; what stands at its end
  /// belongs to the sentence.
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(?i)(?:\\b(?:https?:/|file:/)"
              + "|(?<![\\p{L}\\p{N}\\\\])(?:[a-z]:|\\\\\\\\[\\w.-]{1,60})\\\\\\w)"
              + "[^\\s<>\"'()]*[^\\s<>\"'().,;:!?]");

  private static final Pattern SHOWN_MAILBOX =
      Pattern.compile("(?i)\\s*[^\\s@]+@((?:[a-z0-9-]+\\.){1,127}[a-z]{2,})\\s*");

  private static final Pattern SHOWN_SITE =
      Pattern.compile(
          "(?i)^\\s*(?:https?://)?((?:[a-z0-9-]+\\.){1,127}[a-z]{2,})(?:[/?#]\\S*)?\\s*$");

  @Override
  public Set<String> ids() {
    return new LinkedHashSet<>(
        List.of(
            "link.empty",
            "link.local-file",
            "link.malformed",
            "link.not-public",
            "link.preview",
            "link.text-differs",
            "image.missing"));
  }

  private record Fault(String id, String quote, List<Object> args) {}

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    // The same link stands in text and HTML mostly.
    Set<String> told = new LinkedHashSet<>();
    for (Material.Words text : material.texts().reversed()) {
      List<Fault> faults =
          text.part().equals("html")
              ? look(material, text.source().replaceAll("(?s)<!--.*?-->", ""))
              : look(text.words());
      for (Fault fault : faults) {
        if (told.add(fault.id())) {
          findings.accept(
              Finding.of(fault.id(), Severity.CONFIRM)
                  .at(Place.part(text.part()), fault.quote())
                  .args(fault.args().toArray())
                  .quote(fault.quote())
                  .build());
        }
      }
    }
  }

  /// Links of a plain text.
  private static List<Fault> look(String words) {
    List<Fault> faults = new ArrayList<>();
    Matcher link = IN_WORDS.matcher(words);
    while (link.find()) {
      Fault fault = link(link.group(), "");
      if (fault != null) {
        faults.add(fault);
      }
    }
    return faults;
  }

  private static List<Fault> look(Material material, String html) {
    List<Fault> faults = new ArrayList<>();
    Matcher link = LINK.matcher(html);
    while (link.find()) {
      Matcher href = HREF.matcher(link.group(1));
      if (href.find()) {
        String shown = HtmlWords.of(link.group(2)).strip();
        Fault fault = link(Entities.decode(value(href)).strip(), shown);
        if (fault != null) {
          faults.add(fault);
        }
      }
    }
    Matcher image = SOURCE.matcher(html);
    while (image.find()) {
      String source = Entities.decode(value(image)).strip();
      Fault fault = image(material, source);
      if (fault != null) {
        faults.add(fault);
      }
    }
    Matcher background = BACKGROUND.matcher(html);
    while (background.find()) {
      String source = Entities.decode(value(background)).strip();
      if (LOCAL.matcher(source).matches()) {
        faults.add(new Fault("link.local-file", source, List.of()));
      }
    }
    return faults;
  }

  private static @Nullable Fault link(String target, String shown) {
    if (target.isEmpty() || target.equals("#")) {
      return new Fault("link.empty", shown.isEmpty() ? "link" : shown, List.of());
    }
    if (LOCAL.matcher(target).matches()) {
      return new Fault("link.local-file", target, List.of());
    }
    String low = target.toLowerCase(Locale.ROOT);
    if (low.startsWith("mailto:")) {
      return mailbox(target, shown);
    }
    Matcher host = HOST.matcher(target);
    if (!host.matches()) {
      // Whatever else has no host: a place within the letter, a telephone, a field.
      return low.startsWith("htt") ? new Fault("link.malformed", target, List.of()) : null;
    }
    return site(target, host.group(1), host.group(2), shown);
  }

  private static @Nullable Fault mailbox(String target, String shown) {
    Matcher said = SHOWN_MAILBOX.matcher(shown);
    Matcher meant = SHOWN_MAILBOX.matcher(target.substring(7).replaceFirst("\\?.*", ""));
    return said.matches() && meant.matches() && !Domains.related(said.group(1), meant.group(1))
        ? new Fault("link.text-differs", shown, List.of(said.group(1), meant.group(1)))
        : null;
  }

  private static @Nullable Fault site(String target, String host, String rest, String shown) {
    if (host.contains("{{")) {
      return null;
    }
    if (host.isEmpty()
        || host.contains(" ")
        || host.contains("..")
        || rest.startsWith("//http")
        || host.equalsIgnoreCase("http")
        || host.equalsIgnoreCase("https")) {
      return new Fault("link.malformed", target, List.of());
    }
    if (!PublicHost.isPublic(host)) {
      return new Fault("link.not-public", target, List.of());
    }
    if (PREVIEW.matcher(host + rest).matches()) {
      return new Fault("link.preview", target, List.of());
    }
    Matcher said = SHOWN_SITE.matcher(shown);
    if (said.matches() && !Domains.related(said.group(1), host)) {
      return new Fault("link.text-differs", shown, List.of(said.group(1), host));
    }
    return null;
  }

  private static @Nullable Fault image(Material material, String source) {
    String low = source.toLowerCase(Locale.ROOT);
    if (source.startsWith("{{")
        || low.startsWith("http:")
        || low.startsWith("https:")
        || low.startsWith("data:")
        || low.startsWith("//")) {
      return null;
    }
    if (LOCAL.matcher(source).matches()) {
      return new Fault("link.local-file", source, List.of());
    }
    boolean sent =
        material.mailshot().images().stream().anyMatch(image -> image.source().equals(source));
    return sent ? null : new Fault("image.missing", source, List.of());
  }

  private static String value(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String value = matcher.group(group);
      if (value != null) {
        return value;
      }
    }
    return "";
  }
}
