package org.postroom.safety;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Body;
import org.postroom.message.Mailshot;
import org.postroom.safety.text.HtmlWords;
import org.postroom.safety.text.Sentences;
import org.postroom.template.MergeTemplate;

/// What a mailshot says to everybody: what a later letter is compared with that takes it back.
///
/// @param sentences of text and HTML in their order, folded, each once; what a field makes of them
///   is left out
/// @param files SHA-256 of each file for everybody → its name
public record Said(List<String> sentences, Map<String, String> files) {
  public Said {
    sentences = List.copyOf(sentences);
    files = Map.copyOf(files);
  }

  public static Said by(Mailshot mailshot) {
    Set<String> sentences = new LinkedHashSet<>();
    Body<MergeTemplate> body = mailshot.body();
    add(body.text().source(), sentences);
    MergeTemplate html = body.html();
    if (html != null) {
      add(HtmlWords.of(html.source()), sentences);
    }
    Map<String, String> files = new LinkedHashMap<>();
    for (AttachmentSlot slot : mailshot.slots()) {
      if (slot instanceof AttachmentSlot.ForAll(Attachment file)) {
        files.putIfAbsent(file.content().sha256(), file.fileName());
      }
    }
    return new Said(List.copyOf(sentences), files);
  }

  private static void add(String text, Set<String> sentences) {
    for (String sentence : Sentences.of(text)) {
      String folded = Sentences.folded(sentence);
      if (!folded.isEmpty()) {
        sentences.add(folded);
      }
    }
  }
}
