package org.postroom.ui.exports;

/// What there is to know before something is exported.
///
/// @param name of the list's file
/// @param people who would stand in the export
/// @param leftOut rows that would not
/// @param changed true where the file is another one than was seen
/// @param open what reading the file leaves open, in a sentence; empty where nothing is
/// @param own an address of the sender's own to begin with; may be empty
public record ExportLook(
    ExportSource source,
    String name,
    int people,
    int leftOut,
    boolean changed,
    String open,
    String own) {}
