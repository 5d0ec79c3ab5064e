/// Practice drills in the window: choosing one, and what stands above it while it runs.
@NullMarked
package org.postroom.ui.drill;

import org.jspecify.annotations.NullMarked;
