package org.postroom.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.postroom.template.Markup;
import org.postroom.template.MergeTemplate;
import org.postroom.template.TemplateReading;

class RichTextPropertiesTest {
  @Provide
  Arbitrary<RichText> texts() {
    return RichTexts.all();
  }

  @Provide
  Arbitrary<String> pages() {
    return RichTexts.words().list().ofMaxSize(12).map(words -> String.join("", words));
  }

  @Property(tries = 600)
  void everyTextHasOneForm(@ForAll("texts") RichText text) {
    assertThat(new RichText(text.blocks())).isEqualTo(text);
    assertThat(text.linked().linked()).isEqualTo(text.linked());
  }

  @Property(tries = 600)
  void fromTextToHtmlAndBackNothingIsLost(@ForAll("texts") RichText text) {
    String html = HtmlWriter.write(text);
    Reading read = HtmlReader.read(html);

    assertThat(read.text()).isEqualTo(text);
    assertThat(read.lost()).isEmpty();
    assertThat(HtmlWriter.write(read.text())).isEqualTo(html);
    assertThat(HtmlReader.isOurs(html)).isTrue();
  }

  @Property(tries = 600)
  void fromTheClipboardOnlyPicturesAreMissing(@ForAll("texts") RichText text) {
    Reading pasted = PasteCleaner.clean(HtmlWriter.body(text));

    assertThat(pasted.lost().keySet()).isSubsetOf(Loss.PICTURE);
    if (pasted.lost().isEmpty()) {
      assertThat(pasted.text()).isEqualTo(text);
    }
  }

  @Property(tries = 600)
  void whatMarkdownSaysIsReadAsTheSameText(@ForAll("texts") RichText text) {
    Optional<String> markdown = MarkdownWriter.write(text);

    markdown.ifPresent(
        source -> {
          assertThat(MarkdownReader.read(source)).isEqualTo(text);
          assertThat(MarkdownReader.isWhole(source)).isTrue();
        });
  }

  @Property(tries = 600)
  void everyFieldOfATextIsAFieldOfTheTemplate(@ForAll("texts") RichText text) {
    if (MergeTemplate.parse(HtmlWriter.write(text), Markup.HTML)
        instanceof TemplateReading.Read(MergeTemplate template)) {
      List<String> written =
          text.tags().stream()
              .filter(tag -> tag.kind() != FieldTag.Kind.END)
              .map(tag -> org.postroom.recipients.FieldName.of(tag.column()).key())
              .distinct()
              .toList();
      assertThat(template.fields().stream().map(field -> field.name().key()).distinct())
          .containsAll(written);
    }
  }

  @Property(tries = 600)
  void anyPageIsReadWithoutAScript(@ForAll("pages") String page) {
    for (Reading reading : List.of(PasteCleaner.clean(page), HtmlReader.read(page))) {
      String html = HtmlWriter.write(reading.text());
      assertThat(Jsoup.parse(html).select("script, iframe, object, link, style")).isEmpty();
      assertThat(HtmlReader.read(html).text()).isEqualTo(reading.text());
    }
    assertThat(new RichText(MarkdownReader.read(page).blocks()))
        .isEqualTo(MarkdownReader.read(page));
  }
}
