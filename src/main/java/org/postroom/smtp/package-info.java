/// Mail to a server over SMTP. Angus Mail connects, secures and signs in; what follows is said and
/// heard here, so that every outcome is known by its phase and reply code.
@NullMarked
package org.postroom.smtp;

import org.jspecify.annotations.NullMarked;
