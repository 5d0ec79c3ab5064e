/// Step 3, "What Margaret gets": the finished bytes, shown as their reader will see them.
@NullMarked
package org.postroom.ui.preview;

import org.jspecify.annotations.NullMarked;
