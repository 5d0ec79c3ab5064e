/// The window. Calls the engine and nothing below it; every long work runs off the user-interface
/// thread.
@NullMarked
package org.postroom.ui;

import org.jspecify.annotations.NullMarked;
