/// The practice server: a mail server in this process, on a loopback address, that keeps what it
/// gets in a folder and passes nothing on.
@NullMarked
package org.postroom.practice;

import org.jspecify.annotations.NullMarked;
