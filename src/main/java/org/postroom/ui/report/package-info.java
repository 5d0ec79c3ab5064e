/// Step 6: what happened to each person, and the letters that need a decision.
@NullMarked
package org.postroom.ui.report;

import org.jspecify.annotations.NullMarked;
