/// Tests against real mail servers from Debian's packages: profile `mta` only.
@NullMarked
package org.postroom.mta;

import org.jspecify.annotations.NullMarked;
