package org.postroom.ui.common;

/// Something that ended or needs somebody, for whoever does other work meanwhile.
///
/// @param title what it is about and how it stands
/// @param text one or two sentences
public record News(String title, String text) {}
