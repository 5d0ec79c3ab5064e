/// The list of mailshots and the first start.
@NullMarked
package org.postroom.ui.home;

import org.jspecify.annotations.NullMarked;
