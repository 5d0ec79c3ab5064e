/// The mailshot document, a UTF-8 JSON file that the window and the command line share.
@NullMarked
package org.postroom.document;

import org.jspecify.annotations.NullMarked;
