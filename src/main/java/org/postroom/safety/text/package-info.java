/// Reading text for the checks: the words in HTML, addresses in every guise. Pure.
@NullMarked
package org.postroom.safety.text;

import org.jspecify.annotations.NullMarked;
