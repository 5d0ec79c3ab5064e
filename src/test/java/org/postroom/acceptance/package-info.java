/// What holds for the whole of Postroom, shown with real processes and real files.
@NullMarked
package org.postroom.acceptance;

import org.jspecify.annotations.NullMarked;
