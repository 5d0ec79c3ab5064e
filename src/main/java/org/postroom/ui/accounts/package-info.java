/// The accounts that mail goes out through, and how one is added.
@NullMarked
package org.postroom.ui.accounts;

import org.jspecify.annotations.NullMarked;
