package org.postroom.composition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.message.Attachment;
import org.postroom.message.Body;
import org.postroom.message.InlineImage;
import org.postroom.message.Letter;
import org.postroom.recipients.Columns;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RowRef;
import org.postroom.template.Markup;

/// A random mailshot with its people: hostile names, values, subjects and file names.
///
/// @param people two or more, no one's address within another's
/// @param values a value of each person's own, nobody else's
/// @param words what stands around the merge fields
/// @param blind one letter for all of them
record Shot(List<Mailbox> people, List<String> values, Words words, boolean blind) {
  record Words(
      String subject,
      String text,
      @Nullable String html,
      @Nullable Mailbox replyTo,
      @Nullable Attachment image,
      List<Attachment> files) {}

  private static final Columns COLUMNS = Columns.of("E-mail", "Name", "Code");

  static Arbitrary<Shot> any(boolean blind) {
    return Combinators.combine(anyPeople(), hostile(30), anyWords())
        .as(
            (people, value, words) -> {
              List<String> values = new ArrayList<>();
              for (int i = 0; i < people.size(); i++) {
                values.add(String.format(Locale.ROOT, "<code %02d>%s", i, value));
              }
              return new Shot(people, values, words, blind);
            });
  }

  /// One for each person, or one for all.
  List<Letter> letters() {
    if (blind) {
      return List.of(
          new Letter.BlindCopy(
              Letters.FROM,
              words.replyTo(),
              new LinkedHashSet<>(people),
              Letters.fixedBody(words.subject(), words.text(), words.html()),
              images(),
              words.files(),
              List.of()));
    }
    List<Letter> letters = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      Mailbox person = people.get(i);
      String[] cells = {person.address().wire(), person.displayName(), values.get(i)};
      Recipient recipient = new Recipient(new RowRef(i + 1, i + 2), person, COLUMNS, cells);
      String html = words.html();
      letters.add(
          new Letter.Personal(
              Letters.FROM,
              words.replyTo(),
              recipient,
              new Body<>(
                  Letters.template("{{Code|}} " + words.subject(), Markup.PLAIN).merge(recipient),
                  Letters.template(words.text() + "{{Name|}}, {{E-mail}}", Markup.PLAIN)
                      .merge(recipient),
                  html == null
                      ? null
                      : Letters.template(html + "{{Code|}}", Markup.HTML).merge(recipient)),
              images(),
              words.files(),
              List.of()));
    }
    return letters;
  }

  private List<InlineImage> images() {
    Attachment image = words.image();
    return image == null ? List.of() : List.of(new InlineImage("img/logo & sign.png", image));
  }

  private static Arbitrary<List<Mailbox>> anyPeople() {
    Arbitrary<String> local =
        Arbitraries.strings().withChars("abcxyz.+-_'=ëж").ofMinLength(1).ofMaxLength(30);
    Arbitrary<String> domain =
        Arbitraries.of("people.example", "xn--mller-kva.example", "a.very.long.domain.example");
    Arbitrary<Mailbox> person =
        Combinators.combine(local, domain, hostile(60))
            .as((l, d, name) -> new Mailbox(oneLine(name), AddrSpec.of(tidy(l) + "@" + d)));
    return person.list().ofMinSize(2).ofMaxSize(4).map(Shot::apart);
  }

  /// Numbers the addresses, so that none is found within another.
  private static List<Mailbox> apart(List<Mailbox> people) {
    List<Mailbox> apart = new ArrayList<>();
    for (Mailbox person : people) {
      AddrSpec address = person.address();
      String numbered = "p" + apart.size() + "q" + address.localPart() + "@" + address.domain();
      apart.add(new Mailbox(person.displayName(), AddrSpec.of(numbered)));
    }
    return apart;
  }

  private static String tidy(String local) {
    return ("l" + local + "r").replaceAll("\\.{2,}", ".").replace(".r", "r").replace("l.", "l");
  }

  private static Arbitrary<Words> anyWords() {
    Arbitrary<@Nullable String> html =
        hostile(200)
            .map(
                text ->
                    "<p>" + text.replace("<", "&lt;") + "</p><img src=\"img/logo &amp; sign.png\">")
            .injectNull(0.4);
    Arbitrary<@Nullable Mailbox> replyTo =
        hostile(20)
            .map(name -> new Mailbox(oneLine(name), AddrSpec.of("answers@choir.example")))
            .injectNull(0.5);
    Arbitrary<@Nullable Attachment> image =
        Arbitraries.bytes()
            .array(byte[].class)
            .ofMaxSize(100)
            .map(bytes -> Letters.file("logo.png", "image/png", bytes))
            .injectNull(0.6);
    Arbitrary<List<Attachment>> files =
        Combinators.combine(hostile(90), Arbitraries.bytes().array(byte[].class).ofMaxSize(300))
            .as((name, bytes) -> Letters.file(name, "application/pdf", bytes))
            .list()
            .ofMaxSize(2);
    return Combinators.combine(hostile(200), hostile(400), html, replyTo, image, files)
        .as(Words::new);
  }

  /// Text that breaks careless writers. There is no `@` in it: whose address it would be is a
  /// question for the review.
  private static Arbitrary<String> hostile(int most) {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange(' ', '?').ofMaxLength(12),
            Arbitraries.strings().withCharRange('A', '~').excludeChars('{', '}').ofMaxLength(90),
            Arbitraries.strings().withChars("ÄößéñжλאŁ한字あ\u0301").ofMaxLength(30),
            Arbitraries.of(
                "😀", "👩‍👩‍👧", " ", "  ", ". ", "..", ".\r\n", "\r\n.\r\n", "=", "=?", "?="),
            Arbitraries.of(
                "From here", "\nFrom ", "\r\n", "\r", "\n", "\t", "\\", "\"", "\\\"", "()"),
            Arbitraries.of(
                "\r\nBcc: x", "\r\n\r\n", "=?UTF-8?Q?=0D=0ABcc:_x?=", "--", "--=_", "<>"),
            Arbitraries.of("=0D=0A", "%0D%0A", "&#10;", ",", ";", ":", "\0", "\u0085", "\u2028"));
    return piece
        .list()
        .ofMaxSize(Math.max(1, most / 12))
        .map(pieces -> String.join("", pieces))
        .map(
            text ->
                text.substring(
                    0,
                    text.offsetByCodePoints(
                        0, Math.min(most, text.codePointCount(0, text.length())))));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ").strip();
  }
}
