/// From a letter to its finished bytes, and from finished bytes back to what the reader sees.
@NullMarked
package org.postroom.composition;

import org.jspecify.annotations.NullMarked;
