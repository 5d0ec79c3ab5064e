/// Which words of a text no dictionary knows, with Hunspell's dictionaries: an English one that
/// comes along, and those that lie on the computer.
@NullMarked
package org.postroom.spelling;

import org.jspecify.annotations.NullMarked;
