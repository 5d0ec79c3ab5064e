/// Files as rows: charset, delimiter and quotes found before the parser runs, every row with its
/// line. What cannot be read without guessing is refused with its line.
@NullMarked
package org.postroom.tabular;

import org.jspecify.annotations.NullMarked;
