package org.postroom.ui.recipients;

import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.ui.common.Texts;

/// Why we may write to people, as the document keeps it: one sentence of ours, then the words of
/// the person. "I do not know" is kept as `unknown`, which the review asks about.
///
/// @param choice null where nothing was chosen
/// @param keeper who keeps the list, and where it is from
record Basis(@Nullable Choice choice, String keeper) {
  private static final String UNKNOWN_AND = Recipients.BASIS_UNKNOWN + ":";

  /// What can be chosen.
  enum Choice {
    MEMBERS,
    ASKED,
    BUSINESS,
    UNKNOWN;

    String key() {
      return "people.basis." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Basis read(@Nullable String written, Texts texts) {
    if (written == null || written.isBlank()) {
      return new Basis(null, "");
    }
    if (written.strip().equalsIgnoreCase(Recipients.BASIS_UNKNOWN)) {
      return new Basis(Choice.UNKNOWN, "");
    }
    if (written.startsWith(UNKNOWN_AND)) {
      return new Basis(Choice.UNKNOWN, written.substring(UNKNOWN_AND.length()).strip());
    }
    for (Choice choice : Choice.values()) {
      String sentence = texts.get(choice.key());
      if (written.startsWith(sentence)) {
        return new Basis(
            choice, written.substring(sentence.length()).replaceFirst("^[.:]\\s*", ""));
      }
    }
    return new Basis(null, written);
  }

  /// As the document keeps it; null where nothing was said.
  @Nullable String written(Texts texts) {
    String words = keeper.strip();
    if (choice == Choice.UNKNOWN) {
      return words.isEmpty() ? Recipients.BASIS_UNKNOWN : UNKNOWN_AND + " " + words;
    }
    if (choice == null) {
      return words.isEmpty() ? null : words;
    }
    String sentence = texts.get(choice.key());
    return words.isEmpty() ? sentence : sentence + ". " + words;
  }
}
