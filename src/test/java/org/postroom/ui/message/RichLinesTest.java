package org.postroom.ui.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postroom.richtext.HtmlReader;
import org.postroom.richtext.HtmlWriter;
import org.postroom.richtext.MarkdownReader;
import org.postroom.richtext.RichText;
import org.postroom.richtext.RichTexts;

class RichLinesTest {
  @Provide
  Arbitrary<RichText> texts() {
    return RichTexts.all();
  }

  @Property(tries = 500)
  void whatTheEditorShowsIsWhatIsKept(@ForAll("texts") RichText text) {
    RichText shown = RichLines.text(RichLines.of(text).getParagraphs());

    assertThat(shown).isEqualTo(text);
    assertThat(HtmlReader.read(HtmlWriter.write(shown)).text()).isEqualTo(text);
  }

  @Example
  void numbersGoOnAndBarsStandBesideSections() {
    RichText text =
        MarkdownReader.read(
            "1. a\n2. b\n   - c\n3. d\n\n{{#Voice}}\nIn it,\nstill\n{{/Voice}}\n\n1. again\n");

    assertThat(LineMarks.of(RichLines.of(text).getParagraphs()))
        .extracting(marks -> marks.bars() + marks.mark())
        .containsExactly("01.", "02.", "0◦", "03.", "1", "1", "1", "1", "01.");
  }
}
