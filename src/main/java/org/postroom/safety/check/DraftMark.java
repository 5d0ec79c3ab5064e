package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.text.Hints;

/// Marks of something unfinished: DRAFT, TODO, TBC, lorem ipsum and the like, judged in context and
/// case. Draft beer, a to-do list, TODO INCLUIDO and Super Bowl XXX are none.
public final class DraftMark extends Wording {
  private static final String ID = "draft.mark";

  private static final String CAPS = "(?<![\\p{L}\\p{N}-])";
  private static final String END = "(?![\\p{L}\\p{N}-])";

  private static final String BLANKS = "[ \\t\\u00a0]*";
  private static final String BRACKETED =
      "\\b(?![^\\])>\\n]{0,20}(?i:beer|excluder))[^\\])>\\n]{0,40}[\\])>]";

  /// Marks in English, by the words of which one stands in each. Case matters where (?i) does not
  /// say otherwise. A file is searched for each kind by itself: a pattern with all of them takes
  /// five times as long.
  private static final List<MarkSearch> KINDS =
      List.of(
          new MarkSearch(
              any(
                  "[\\[(<]\\s*(?i:draft)" + BRACKETED,
                  "(?m)^" + BLANKS + "(?i:draft)\\s*(?:[:|–—]|- |$)",
                  "(?m)^" + BLANKS + "DRAFT (?=[^\\n]{0,500}\\p{Ll})",
                  "(?m)^[^\\p{L}\\p{N}\\n]{0,20}DRAFT[^\\p{L}\\p{N}\\n]{0,20}$",
                  "(?i:\\bdraft (?:version|only|copy|text)\\b|\\bthis is (?:only )?a (?:first |rough"
                      + " )?draft\\b(?! (?:beer|of )))",
                  CAPS + "DRAFT" + END + "(?=\\s*(?:[-–—:]|v?\\d|(?i:do not|not for)))",
                  "(?<=[a-z0-9][:;,.!)] |[-–—] )DRAFT" + END + "(?! [A-Z]{2,})"),
              List.of("draft")),
          new MarkSearch(
              any(
                  "[\\[(<]\\s*(?i:todo|to do|wip|fixme)" + BRACKETED,
                  CAPS + "(?:TODO|FIXME|XXX)\\s*[:(]",
                  CAPS + "TODO" + END + "(?= (?:add|check|write|fix|ask|replace|update)\\b)",
                  CAPS + "TODO" + END + "(?= (?:insert|finish|confirm|find|remove)\\b)",
                  CAPS + "TODO" + END + "(?=\\s*(?:\\n|$))(?<=[a-z.,:;!?] TODO)",
                  CAPS + "FIXME" + END),
              List.of("todo", "to do", "wip", "fixme", "xxx:", "xxx(", "xxx ")),
          new MarkSearch(
              any(
                  "[\\[(<]\\s*(?i:tbc|tbd)" + BRACKETED,
                  CAPS + "(?:TBC|TBD|T\\.B\\.C\\.|T\\.B\\.D\\.)" + END),
              List.of("tbc", "tbd", "t.b.")),
          new MarkSearch(
              any(
                  "(?i:\\blorem ipsum\\b)",
                  "(?i:\\b(?:insert|add|enter|put) (?:the |your |a )?(?:date|name|text|time) here\\b)"
                      // A form that is filled in by hand says so, too.
                      + "(?!\\s*(?:[:_…]|\\.{2}))",
                  "(?i:\\b(?:insert|add|enter|put) (?:the |your |a )?(?:venue|place|title|amount|link"
                      + "|address|picture|image|details) here\\b)",
                  "(?i:\\b(?:your |body |sample |dummy )?text goes here\\b|\\byour text"
                      + " here\\b|\\bplaceholder text\\b|\\bchange ?me\\b(?= (?:before|later)))",
                  "(?i:\\bclick (?:or tap )?here to (?:enter|add) text\\b|\\bklicken sie hier, um text"
                      + "|\\bcliquez ici pour (?:entrer|taper) du texte\\b)"),
              List.of(
                  "lorem", " here", "placeholder", "changeme", "change me", "klicken", "cliquez")),
          new MarkSearch(
              any(
                  "DO NOT SEND|(?i:\\bdo not send (?:this |it )?(?:yet|out yet)\\b|\\bnot to be sent"
                      + " yet\\b)"),
              List.of("do not send", "to be sent")),
          new MarkSearch(
              any("[£$€]\\s?X{2,}|" + CAPS + "XX[./:]XX" + END + "|" + CAPS + "X{4,}" + END),
              List.of("xx")));

  /// The same in other languages, and lines that were typed to try something.
  private static final Pattern OTHER_LANGUAGES =
      Pattern.compile(
          String.join(
              "|",
              "[\\[(]\\s*(?iu:entwurf|brouillon|borrador|bozza|concept)\\s*[\\])]",
              "(?m)^" + BLANKS + "(?iu:entwurf|brouillon|borrador|bozza)\\s*(?:[:|–—]|- |$)",
              CAPS + "(?:ENTWURF|BROUILLON|BORRADOR|BOZZA)" + END + "(?! \\p{Lu}{2,})",
              CAPS + "(?:CONCEPT|SZKIC|TASLAK|UTKAST|ЧЕРНОВИК)" + END + "(?=\\s*[:–—-])",
              "(?:下書き|草稿)(?=\\s*[:：])|[\\[【(（](?:下書き|草稿|ЧЕРНОВИК|TASLAK|SZKIC)[\\]】)）]",
              "(?iu:\\bnoch (?:zu ergänzen|ausfüllen)\\b|\\b(?:texte|date) à compléter\\b|\\bpor"
                  + " completar\\b|\\bda completare\\b|\\bnog invullen\\b)",
              "(?m)^"
                  + BLANKS
                  + "(?i:asdf+|qwertz|(?:test[ ,.!]+){1,5}test|bla(?:h)? bla(?:h)?(?:"
                  + " bla(?:h)?)*+)[.!]*\\s*$"));

  /// A subject that says nothing but that something was tried.
  private static final Pattern TRIED =
      Pattern.compile(
          "(?iu)^\\s*(?:test(?:ing)?|test[ -]?(?:e-?)?mail|test message|testnachricht|essai|prueba"
              + "|prova|proef|próba|deneme|тест|テスト)[ .!\\d]*$");

  /// `todo` is Spanish and Portuguese for all: in small letters it counts at the end of a name
  /// only.
  private static final Pattern FILE_NAME =
      Pattern.compile(
          "(?iu)(?:^|[ _.()\\[-])(?:(?:draft\\d*|entwurf|brouillon|borrador|bozza|wip)(?=$|["
              + " _.()\\[\\]-]|v\\d)(?![ _-](?:beer|excluder))"
              + "|todo(?=$|\\.)|(?-i:TODO)(?=[ _.()\\[\\]-])(?![ _-]\\p{Lu}{2}))");

  private static final Pattern COMMENT = Pattern.compile("(?s)<!--(.*?)-->");
  private static final Pattern IN_COMMENT =
      Pattern.compile("\\b(?:TODO|FIXME|TBC|TBD|XXX|DRAFT)\\b|(?i:lorem ipsum)");
  private static final Hints HINTS =
      new Hints(
          List.of(
              "entwurf",
              "brouillon",
              "borrador",
              "bozza",
              "concept",
              "szkic",
              "taslak",
              "utkast",
              "черновик",
              "下書き",
              "草稿",
              "noch",
              "complét",
              "complet",
              "invullen",
              "asdf",
              "qwertz",
              "test",
              "bla"));

  public DraftMark() {
    super(ID);
  }

  @Override
  List<Hit> look(Material.Words text, Material material) {
    List<Hit> hits = new ArrayList<>();
    String words = text.words();
    String lower = words.toLowerCase(Locale.ROOT);
    if (text.part().equals("subject")) {
      add(hits, Severity.CONFIRM, TRIED.matcher(words));
    }
    for (MarkSearch kind : KINDS) {
      if (kind.hints().anyIn(lower)) {
        add(hits, Severity.BLOCK, kind.pattern().matcher(words));
      }
    }
    if (HINTS.anyIn(lower)) {
      add(hits, Severity.CONFIRM, OTHER_LANGUAGES.matcher(words));
    }
    if (text.part().equals("html") && text.source().contains("<!--")) {
      Matcher comment = COMMENT.matcher(text.source());
      while (comment.find()) {
        add(hits, Severity.CONFIRM, IN_COMMENT.matcher(comment.group(1)));
      }
    }
    return hits;
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    super.inspect(material, findings);
    for (ReadFile file : material.files()) {
      Set<String> marks = marks(file);
      if (!marks.isEmpty()) {
        findings.accept(
            Finding.of(ID, Severity.CONFIRM)
                .at(Place.part(file.part()), String.join("|", marks))
                .quote(marks.iterator().next())
                .build());
      }
    }
  }

  /// In letters, and in the files that not everybody gets.
  @Override
  public Optional<LetterReader> letters(Material material) {
    LetterReader letters = super.letters(material).orElseThrow();
    LetterReader files =
        new OwnFileReader(
            ID,
            file -> {
              Set<String> marks = marks(file);
              return marks.isEmpty()
                  ? null
                  : new OwnFileReader.Told(String.join("|", marks), marks.iterator().next());
            });
    return Optional.of(
        new LetterReader() {
          @Override
          public void read(FinishedLetter letter) {
            letters.read(letter);
            files.read(letter);
          }

          @Override
          public void finish(Consumer<Finding> findings) {
            letters.finish(findings);
            files.finish(findings);
          }
        });
  }

  private static Set<String> marks(ReadFile file) {
    Set<String> marks = new LinkedHashSet<>();
    if (FILE_NAME.matcher(file.fileName()).find()) {
      marks.add(file.fileName());
    }
    MarkSearch.first(KINDS, file.texts()).ifPresent(marks::add);
    return marks;
  }

  private static Pattern any(String... marks) {
    return Pattern.compile(String.join("|", marks));
  }

  private static void add(List<Hit> hits, Severity severity, Matcher matcher) {
    while (matcher.find()) {
      hits.add(new Hit(severity, matcher.group().strip()));
    }
  }
}
