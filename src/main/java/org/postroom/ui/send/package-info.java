/// Step 5: the last look, the hold, the sending, and what happens when it stops.
@NullMarked
package org.postroom.ui.send;

import org.jspecify.annotations.NullMarked;
