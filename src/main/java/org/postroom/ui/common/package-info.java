/// What every screen is made of: background work, texts, icons, badges, cards, dialogs, the model
/// of a mailshot.
@NullMarked
package org.postroom.ui.common;

import org.jspecify.annotations.NullMarked;
