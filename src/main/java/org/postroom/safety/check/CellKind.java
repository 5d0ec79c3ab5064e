package org.postroom.safety.check;

import java.util.Optional;
import java.util.regex.Pattern;

/// How much a cell of the list says about whose row it is (rule E3), judged by its column's heading
/// and by its own form.
enum CellKind {
  /// Who somebody is. All columns of names count as one: a programme may name the singers.
  NAME,
  /// What is nobody else's: a telephone number, a street, a number of a member, a date of birth.
  STRONG,
  /// Several words in a column where most rows differ.
  WORDS,
  /// An amount, a date, a small number: alone it could be anybody's.
  NUMBER,
  /// What people share or what is said of them in public: a voice, a town, a company.
  ORDINARY;

  /// A small number for it.
  int code() {
    return switch (this) {
      case NAME -> 0;
      case STRONG -> 1;
      case WORDS -> 2;
      case NUMBER -> 3;
      case ORDINARY -> 4;
    };
  }

  static CellKind ofCode(int code) {
    return switch (code) {
      case 0 -> NAME;
      case 1 -> STRONG;
      case 2 -> WORDS;
      case 3 -> NUMBER;
      default -> ORDINARY;
    };
  }

  private static final int ENOUGH_DIGITS = 4;

  private static final Pattern NAMES =
      heading(
          "name|\\bnom\\b|prénom|prenom|nombre|apellido|\\bnome\\b|cognome|naam|anrede|salutation"
              + "|\\btitle\\b|\\btitel\\b|\\btitre\\b|initials");

  private static final Pattern SINGLING_OUT =
      heading(
          "phone|\\btel|telefon|téléphone|mobil|móvil|handy|\\bfax"
              + "|street|stra(?:ß|ss)e|\\brue\\b|\\bcalle\\b|straat|address|adres|anschrift|dirección|indirizzo|post"
              + " ?code|postal|\\bzip\\b|\\bplz\\b|\\biban\\b|konto|account"
              + "|number|nummer|numéro|número|numero|\\bn[or°º]\\b|\\bid\\b|invoice|rechnung|facture"
              + "|birth|geburt|naissance|nacimiento|nascita|geboorte|\\bdob\\b|passport|password"
              + "|passwor[td]|\\bpin\\b|\\bcode\\b|licen[cs]e|diagnos|medical|health|allerg|\\bdiet");

  private static final Pattern SHARED =
      heading(
          "\\brole|section|voice|stimme|instrument|group|gruppe|groupe|\\bteam|\\bclass|klasse"
              + "|\\btown|\\bcity|\\bort\\b|stadt|\\bville\\b|ciudad|città|\\bstad\\b|county|region"
              + "|country|\\bland\\b|\\bpays\\b|status|\\btype|categor|kategorie|\\bjob|beruf|position"
              + "|office|funktion|fonction|\\bcargo|company|firma|organi[sz]ation|société|empresa"
              + "|azienda|bedrijf|verein|branch|department|abteilung|language|sprache|gender"
              + "|geschlecht|\\byear|\\bjahr|piece|\\bsong|\\btable\\b|\\btisch|\\bseat|\\broom"
              + "|course|event|workshop|website");

  private static final Pattern AMOUNT_OR_DATE =
      Pattern.compile(
          "[£$€]?\\s?(?:\\d{1,5}|[\\d.,'"
              + " ]{1,12}[.,]\\d{2})\\s?(?:[£$€%]|eur|gbp|usd|chf|p|h|km|kg)?"
              + "|\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|\\d{1,2}[.:]\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\.?"
              + " \\p{L}+ \\d{4}|\\p{L}+ \\d{1,2},? \\d{4}");

  /// Of the names those that are no name alone, and those that are no name at all.
  private static final Pattern HALF_NAMES =
      heading(
          "first|last|given|family|middle|fore|christian|\\bsur|vor|nach|rufname|prénom|prenom"
              + "|\\bapellido|\\bcognome|voor|achter|initials");

  private static final Pattern TITLES =
      heading("anrede|salutation|greeting|\\btitle\\b|\\btitel\\b|\\btitre\\b");

  /// Numbers that somebody gave to one person.
  private static final Pattern KEYS =
      heading(
          "phone|\\btel|telefon|téléphone|mobil|móvil|handy|\\biban|konto|account|number|nummer"
              + "|numéro|número|numero|\\bn[or°º]\\b|\\bid\\b|invoice|rechnung|facture|passport"
              + "|password|passwor[td]|licen[cs]e");

  private static final int DIGITS_OF_A_NUMBER = 7;
  private static final int SIGNS_OF_A_KEY = 6;

  /// What all cells of a column are; empty where each says by its form.
  static Optional<CellKind> ofColumn(String heading) {
    if (NAMES.matcher(heading).find()) {
      return Optional.of(NAME);
    }
    if (SINGLING_OUT.matcher(heading).find()) {
      return Optional.of(STRONG);
    }
    return SHARED.matcher(heading).find() ? Optional.of(ORDINARY) : Optional.empty();
  }

  /// @param value folded, not empty
  /// @param repeats true for a column in which most values stand in several rows
  static CellKind ofForm(String value, boolean repeats) {
    if (AMOUNT_OR_DATE.matcher(value).matches()) {
      return repeats ? ORDINARY : NUMBER;
    }
    if (digits(value) >= ENOUGH_DIGITS) {
      return STRONG;
    }
    return repeats || !value.contains(" ") ? ORDINARY : WORDS;
  }

  /// True for a column with numbers that were each given to one person.
  static boolean isKey(String heading) {
    return KEYS.matcher(heading).find();
  }

  /// True for a column of names whose values are whole names, where they are of several words.
  static boolean isWholeName(String heading) {
    return !HALF_NAMES.matcher(heading).find() && !isTitle(heading);
  }

  static boolean isTitle(String heading) {
    return TITLES.matcher(heading).find();
  }

  /// True for a value that by itself is nobody else's: a telephone number, an invoice's number with
  /// its letters. A year, a house number or a date could stand anywhere.
  static boolean tellsAlone(String value, boolean inKeys) {
    int digits = digits(value);
    boolean enough =
        hasLetter(value)
            ? inKeys && digits >= ENOUGH_DIGITS && value.length() >= SIGNS_OF_A_KEY
            : digits >= DIGITS_OF_A_NUMBER;
    return enough && !AMOUNT_OR_DATE.matcher(value).matches();
  }

  private static int digits(String value) {
    int digits = 0;
    for (int i = 0; i < value.length(); i++) {
      digits += Character.isDigit(value.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  private static boolean hasLetter(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isLetter(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// True where this beside `other` says in a file for everybody whose row it is.
  boolean tellsWith(CellKind other) {
    return isSomebody() || other.isSomebody();
  }

  /// True where this beside `other` in one person's file can only be another person's data: a name
  /// with a town, an amount or a date may stand there for many reasons.
  boolean betraysWith(CellKind other) {
    return this == STRONG ? other != NUMBER : other == STRONG && this != NUMBER;
  }

  /// True where a mention some lines further on still belongs to it.
  boolean isSomebody() {
    return this == NAME || this == STRONG;
  }

  private static Pattern heading(String words) {
    return Pattern.compile(
        words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
