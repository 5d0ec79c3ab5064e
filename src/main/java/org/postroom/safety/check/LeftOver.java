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
      Pattern.compile("«([^«»\\n]{1,40})»|‹([^‹›\\n]{1,40})›|\\[([^\\[\\]\\n]{1,40})\\](?!\\()");

  /// Fields of other programs that nobody writes by chance.
  private static final Pattern OTHERS =
      Pattern.compile(
          "\\*\\|[A-Z0-9_:]{2,40}\\|\\*|%[A-Z][A-Z0-9_]{2,30}%|\\$\\{[\\p{L}_][\\w.]{0,40}\\}"
              + "|<%=?\\s*[\\w. ]{1,40}%>|\\{[$!%]\\s*[\\p{L}_][\\w.]{0,40}\\s*%?\\}"
              + "|\\{\\s*MERGEFIELD\\b[^}\\n]{1,80}\\}");

  /// Those that are fields where the inside is a column or a usual field word.
  private static final Pattern PERHAPS =
      Pattern.compile(
          "(?<![{$#\\w])\\{([\\p{L}][\\p{L}\\p{N}_ ]{1,30})\\}(?!\\})"
              + "|%{1,2}([\\p{L}][\\p{L}\\p{N}_ ]{1,30})%{1,2}"
              + "|\\[%\\s*([\\p{L}][\\p{L}\\p{N}_ ]{1,30}?)\\s*%\\]"
              + "|(?<![\\w#])#{1,2}([\\p{L}][\\p{L}\\p{N}_ ]{1,30})#{1,2}(?!\\w)"
              + "|@@([\\p{L}][\\p{L}\\p{N}_ ]{1,30})@@"
              + "|(?<!\\w)\\$([\\p{L}][\\p{L}\\p{N}_]{1,30})\\$"
              + "|(?<!\\w)__([\\p{L}][\\p{L}\\p{N} ]{1,30}|\\p{L}+_\\p{L}+)__(?!\\w)"
              // Not an element of HTML that somebody writes about.
              + "|(?<!<)<(?!(?i:title|address|data|time|label)>)"
              + "([\\p{L}][\\p{L}\\p{N}_ ’'-]{1,30})>(?!>)");

  /// What fields of other programs begin with: most texts have none, and their patterns take long.
  private static final Pattern OPENING = Pattern.compile("[%{*#@$_<]");

  private static final Pattern WHOSE =
      Pattern.compile(
          "(?:your|their|the|(?:member|recipient|customer|client|donor|parent|child|volunteer)"
              + "(?:['’]s|s['’])?) ");
  private static final Pattern PATH = Pattern.compile(".*\\.(?=\\w)");

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
    String words = text.words();
    if ((words.contains("{{") || words.contains("}}")) && !isTemplate(text, material)) {
      add(hits, Severity.BLOCK, BRACES.matcher(words));
    }
    if (words.contains("<<")) {
      add(hits, Severity.BLOCK, CHEVRONS.matcher(words));
    }
    if (words.contains("«") || words.contains("‹") || words.contains("[")) {
      Matcher named = NAMED.matcher(words);
      while (named.find()) {
        if (isField(inside(named), material)) {
          hits.add(new Hit(Severity.BLOCK, named.group()));
        }
      }
    }
    if (OPENING.matcher(words).find()) {
      others(hits, words, material);
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
    add(hits, Severity.CONFIRM, OTHERS.matcher(words));
    Matcher perhaps = PERHAPS.matcher(words);
    while (perhaps.find()) {
      if (isField(inside(perhaps), material)) {
        hits.add(new Hit(Severity.CONFIRM, perhaps.group()));
      }
    }
  }

  /// The first group that took part.
  private static String inside(Matcher field) {
    for (int group = 1; group <= field.groupCount(); group++) {
      String inside = field.group(group);
      if (inside != null) {
        return inside;
      }
    }
    return "";
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
    String word = PATH.matcher(inside.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    return FIELD_WORDS.contains(word)
        || word.startsWith("insert ")
        || FIELD_WORDS.contains(WHOSE.matcher(word).replaceFirst(""))
        || material.subject().list().columns().has(FieldName.of(word));
  }

  private static void add(List<Hit> hits, Severity severity, Matcher matcher) {
    while (matcher.find()) {
      hits.add(new Hit(severity, matcher.group().strip()));
    }
  }
}
