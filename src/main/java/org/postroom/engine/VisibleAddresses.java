package org.postroom.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.composition.ReceivedMessage;
import org.postroom.recipients.RecipientList;

/// Which addresses a finished message shows: those of its From, To and Reply-To, and those of
/// people on the list that stand in its words. For the sentence that says who sees whom; what
/// blocks is the review's and the guard's to say.
final class VisibleAddresses {
  private static final Pattern WORD =
      Pattern.compile("[^\\s<>\"',;:()\\[\\]]+@[^\\s<>\"',;:()\\[\\]]+");

  private VisibleAddresses() {}

  static List<String> in(ReceivedMessage message, RecipientList list) {
    Set<String> visible = new LinkedHashSet<>();
    String replyTo = message.replyTo();
    visible.addAll(words(message.from()));
    visible.addAll(words(message.to()));
    visible.addAll(words(replyTo == null ? "" : replyTo));
    String html = message.html();
    String body = message.text() + "\n" + (html == null ? "" : html);
    for (String word : words(body)) {
      if (AddressReader.read(word) instanceof AddressReading.One(var mailbox)
          && list.find(mailbox.key()).isPresent()) {
        visible.add(mailbox.address().wire());
      }
    }
    return List.copyOf(visible);
  }

  private static List<String> words(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      found.add(strip(matcher.group()));
    }
    return found;
  }

  /// Without the full stop of the sentence that an address ends.
  private static String strip(String word) {
    return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
  }
}
