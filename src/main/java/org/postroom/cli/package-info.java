/// The command line: one small class per verb. It is a contract that scripts are written against.
@NullMarked
package org.postroom.cli;

import org.jspecify.annotations.NullMarked;
