package org.postroom.message;

import org.jspecify.annotations.Nullable;
import org.postroom.template.FixedText;
import org.postroom.template.MergeTemplate;
import org.postroom.template.MergedText;

/// The words of a letter: a text part always, an HTML part where there is one (rule M5).
///
/// @param <T> [MergeTemplate] before merging, [MergedText] in a personal letter, [FixedText] in a
///   blind copy
/// @param subject the subject
/// @param text the text part
/// @param html the HTML part, or null
public record Body<T>(T subject, T text, @Nullable T html) {}
