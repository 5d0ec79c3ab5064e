package org.postroom.safety;

import java.util.ArrayList;
import java.util.List;
import org.postroom.composition.ComposedLetter;
import org.postroom.composition.GuardVerdict;
import org.postroom.composition.ReceivedMessage;
import org.postroom.finding.Place;
import org.postroom.message.Letter;
import org.postroom.recipients.Recipient;

/// One finished letter as the checks see it: the bytes read back, and whose it is.
///
/// @param index its place in the plan
/// @param people exactly one, or everybody in the envelope of a blind copy
/// @param letter what it was composed of (to see fallbacks and empty fields)
/// @param composed digests and size
/// @param message the finished bytes, read back
/// @param texts subject, text and HTML of the message, with the words that a reader sees
/// @param ownFiles the files that not everybody gets, read
/// @param guard what the last reading before the final dot would say of these bytes
public record FinishedLetter(
    int index,
    List<Recipient> people,
    Letter letter,
    ComposedLetter composed,
    ReceivedMessage message,
    List<Material.Words> texts,
    List<ReadFile> ownFiles,
    GuardVerdict guard) {

  static FinishedLetter of(
      int index,
      List<Recipient> people,
      Letter letter,
      ComposedLetter composed,
      ReceivedMessage message,
      GuardVerdict guard,
      Material material) {
    List<Material.Words> texts = new ArrayList<>(3);
    texts.add(material.ofLetter("subject", message.subject()));
    texts.add(material.ofLetter("text", message.text()));
    String html = message.html();
    if (html != null) {
      texts.add(material.ofLetter("html", html));
    }
    return new FinishedLetter(
        index, people, letter, composed, message, texts, material.ownFiles(message), guard);
  }

  /// The place of a finding in this letter.
  public Place place(String part) {
    Recipient first = people.getFirst();
    return people.size() > 1
        ? new Place(part, null, null)
        : new Place(part, first.at().row(), first.mailbox().address().wire());
  }
}
