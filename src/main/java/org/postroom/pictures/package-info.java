/// A picture from anywhere to the picture that travels: upright, as large as it is shown, and
/// without what a camera writes into it. Reads and writes bytes only.
@NullMarked
package org.postroom.pictures;

import org.jspecify.annotations.NullMarked;
