/// The checks of the review: one small class, one idea.
@NullMarked
package org.postroom.safety.check;

import org.jspecify.annotations.NullMarked;
