/// From a mailshot and a list to letters with stable ids. Pure.
@NullMarked
package org.postroom.plan;

import org.jspecify.annotations.NullMarked;
