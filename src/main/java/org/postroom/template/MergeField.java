package org.postroom.template;

import org.jspecify.annotations.Nullable;
import org.postroom.recipients.FieldName;

/// A field as it stands in a template: `{{Column}}`, `{{Column|fallback}}`, `{{#Column}}` or
/// `{{^Column}}`.
///
/// @param name the column
/// @param fallback what to write where the cell is empty; null where nothing was stated
/// @param condition true for the opening of a section, which needs no fallback
public record MergeField(FieldName name, @Nullable String fallback, boolean condition) {}
