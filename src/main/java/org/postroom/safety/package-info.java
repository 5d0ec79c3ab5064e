/// The review of the finished letters, and the clearance that is the only way to sending.
@NullMarked
package org.postroom.safety;

import org.jspecify.annotations.NullMarked;
