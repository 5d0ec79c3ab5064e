/// The People step: who gets it.
@NullMarked
package org.postroom.ui.recipients;

import org.jspecify.annotations.NullMarked;
