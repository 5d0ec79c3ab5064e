/// Step 4: what the review found, what must be fixed, and what a person confirms.
@NullMarked
package org.postroom.ui.review;

import org.jspecify.annotations.NullMarked;
