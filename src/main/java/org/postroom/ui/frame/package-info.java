/// The parts around a screen: title bar, rail, footer, the strip that says who sees whom.
@NullMarked
package org.postroom.ui.frame;

import org.jspecify.annotations.NullMarked;
