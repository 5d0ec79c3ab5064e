/// Lists written out to hand them to somebody, with an address by which a leak is noticed.
@NullMarked
package org.postroom.ui.exports;

import org.jspecify.annotations.NullMarked;
