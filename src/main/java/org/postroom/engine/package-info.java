/// The facade that the window and the command line stand on.
@NullMarked
package org.postroom.engine;

import org.jspecify.annotations.NullMarked;
