/// One address, read strictly: RFC 5321, RFC 5322 and RFC 6531 as far as real mail systems accept
/// them.
@NullMarked
package org.postroom.address;

import org.jspecify.annotations.NullMarked;
