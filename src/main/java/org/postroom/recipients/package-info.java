/// The people of one list, and every row that was left out with its reason.
@NullMarked
package org.postroom.recipients;

import org.jspecify.annotations.NullMarked;
