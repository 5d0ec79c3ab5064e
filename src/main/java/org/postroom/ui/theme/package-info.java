/// Colours, sizes and motion: AtlantaFX with Postroom's own values.
@NullMarked
package org.postroom.ui.theme;

import org.jspecify.annotations.NullMarked;
