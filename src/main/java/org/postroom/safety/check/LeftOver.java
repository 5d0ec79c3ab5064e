package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.finding.Severity;
import org.postroom.recipients.FieldName;
import org.postroom.safety.Material;

/// Placeholders that would be read as they stand: of Postroom, of word processors, of other
/// programs. Braces of the template itself are fields, so the template is not looked at for them.
public final class LeftOver extends Wording {
  private static final Pattern BRACES = Pattern.compile("\\{\\{[^{}]{0,60}(\\}\\})?|\\}\\}");
  private static final Pattern BRACES_IN_SOURCE = Pattern.compile("\\{\\{[^{}<>]{1,60}\\}\\}");
  private static final Pattern CHEVRONS =
      Pattern.compile("<<\\s*([\\p{L}_][\\p{L}\\p{N}_ .-]{0,40})\\s*>>");
  private static final Pattern NAMED =
      Pattern.compile("«([^«»\\n]{1,40})»|\\[([^\\[\\]\\n]{1,40})\\](?!\\()");
  private static final Pattern OTHERS =
      Pattern.compile(
          "\\*\\|[A-Z0-9_:]{2,40}\\|\\*|%([A-Z][A-Z0-9_]{2,30})%|\\$\\{([\\p{L}_][\\w.]{0,40})\\}"
              + "|(?<![{$#\\w])\\{([\\p{L}][\\p{L}\\p{N}_ ]{1,30})\\}(?!\\})");
  private static final Set<String> FIELD_WORDS =
      Set.of(
          "name",
          "your name",
          "first name",
          "firstname",
          "first_name",
          "fname",
          "forename",
          "last name",
          "lastname",
          "last_name",
          "lname",
          "surname",
          "full name",
          "fullname",
          "full_name",
          "recipient",
          "recipient name",
          "customer",
          "customer name",
          "member name",
          "salutation",
          "title",
          "email",
          "e-mail",
          "email address",
          "address",
          "company",
          "company name",
          "organisation",
          "organization",
          "city",
          "town",
          "postcode",
          "date",
          "amount",
          "vorname",
          "nachname",
          "anrede",
          "firma",
          "datum",
          "ort",
          "strasse",
          "straße",
          "prénom",
          "prenom",
          "nom",
          "civilité",
          "nombre",
          "apellido",
          "apellidos",
          "fecha",
          "nome",
          "cognome",
          "data",
          "voornaam",
          "achternaam",
          "naam",
          "xx",
          "xxx",
          "xxxx",
          "...",
          "…");

  public LeftOver() {
    super("merge.left-over");
  }

  @Override
  List<Hit> look(Material.Words text, Material material) {
    List<Hit> hits = new ArrayList<>();
    boolean template = isTemplate(text, material);
    String words = text.words();
    if (!template) {
      if (words.contains("{{") || words.contains("}}")) {
        add(hits, Severity.BLOCK, BRACES.matcher(words));
      }
    }
    if (words.contains("<<")) {
      add(hits, Severity.BLOCK, CHEVRONS.matcher(words));
    }
    if (words.indexOf('«') >= 0 || words.indexOf('[') >= 0) {
      Matcher named = NAMED.matcher(words);
      while (named.find()) {
        String inside = named.group(1) == null ? named.group(2) : named.group(1);
        if (isField(inside, material)) {
          hits.add(new Hit(Severity.BLOCK, named.group()));
        }
      }
    }
    if (words.indexOf('%') >= 0 || words.indexOf('{') >= 0 || words.contains("*|")) {
      others(hits, template ? words.replaceAll("\\{\\{[^{}]*\\}\\}", "") : words, material);
    }
    return hits;
  }

  @Override
  List<Hit> lookSource(String source) {
    List<Hit> hits = new ArrayList<>();
    if (source.contains("{{")) {
      add(hits, Severity.BLOCK, BRACES_IN_SOURCE.matcher(source));
    }
    return hits;
  }

  private static void others(List<Hit> hits, String words, Material material) {
    Matcher other = OTHERS.matcher(words);
    while (other.find()) {
      if (other.group(3) == null || isField(other.group(3), material)) {
        hits.add(new Hit(Severity.CONFIRM, other.group()));
      }
    }
  }

  private static boolean isTemplate(Material.Words text, Material material) {
    return material.texts().contains(text);
  }

  private static boolean isField(String inside, Material material) {
    if (inside.isBlank()
        || Character.isWhitespace(inside.charAt(0))
        || inside.charAt(0) == '\u00a0') {
      return false; // French quotation marks have blanks inside.
    }
    String word = inside.strip().toLowerCase(Locale.ROOT);
    return FIELD_WORDS.contains(word)
        || word.startsWith("insert ")
        || (word.startsWith("your ") && FIELD_WORDS.contains(word.substring(5)))
        || material.subject().list().columns().has(FieldName.of(word));
  }

  private static void add(List<Hit> hits, Severity severity, Matcher matcher) {
    while (matcher.find()) {
      hits.add(new Hit(severity, matcher.group().strip()));
    }
  }
}
