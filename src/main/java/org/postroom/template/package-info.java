/// Texts with merge fields. One person is in scope at a time; there is no raw form and no code.
@NullMarked
package org.postroom.template;

import org.jspecify.annotations.NullMarked;
