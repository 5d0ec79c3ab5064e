/// Starts Postroom: the only place where the parts are put together.
@NullMarked
package org.postroom.app;

import org.jspecify.annotations.NullMarked;
