/// A formatted text as the editor has it: a flat list of blocks with fields in them, written as
/// clean mail HTML or as Markdown and read from both without loss. Pure: text in, text out.
@NullMarked
package org.postroom.richtext;

import org.jspecify.annotations.NullMarked;
