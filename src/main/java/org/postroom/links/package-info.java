/// The fixed links of a text, and whether the pages behind them are there. Nothing in it connects
/// by itself: a person asks for each trial.
@NullMarked
package org.postroom.links;

import org.jspecify.annotations.NullMarked;
