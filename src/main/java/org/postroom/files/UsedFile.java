package org.postroom.files;

import org.postroom.message.FileCandidate;

/// A file that a mailshot is made of, to be frozen with it.
///
/// @param folder of personal files as in the document, or empty for a file for everyone
/// @param name as in the document, or as in the person's cell
/// @param identity which file it is, to tell whether two people share one
record UsedFile(String folder, String name, FileCandidate file, String identity) {}
