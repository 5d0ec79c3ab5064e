/// What Postroom remembers: the ledger, the lists it has seen, accounts, settings, keys. One folder
/// on the local disk, SQLite inside.
@NullMarked
package org.postroom.workspace;

import org.jspecify.annotations.NullMarked;
