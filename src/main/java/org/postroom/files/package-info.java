/// From paths to bytes with digests, and files that are written whole or not at all.
@NullMarked
package org.postroom.files;

import org.jspecify.annotations.NullMarked;
