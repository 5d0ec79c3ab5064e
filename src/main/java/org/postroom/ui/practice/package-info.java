/// The practice mailbox: what would have arrived, had it been real.
@NullMarked
package org.postroom.ui.practice;

import org.jspecify.annotations.NullMarked;
