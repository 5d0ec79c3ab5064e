/// Any file to the text in it, for the review. Reads bytes only; opens no file and no connection.
@NullMarked
package org.postroom.extract;

import org.jspecify.annotations.NullMarked;
