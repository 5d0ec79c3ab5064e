package org.postroom.finding;

/// An arg of a finding that is itself a text of the bundle: `word.<key>`.
public record Word(String key) {}
