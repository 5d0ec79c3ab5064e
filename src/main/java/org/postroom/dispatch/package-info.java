/// Sending a cleared plan: the order of the steps, the ports, and how outcomes are classed.
@NullMarked
package org.postroom.dispatch;

import org.jspecify.annotations.NullMarked;
