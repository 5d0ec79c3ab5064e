/// The mailshot and its letters. No type here can hold a visible list of people.
@NullMarked
package org.postroom.message;

import org.jspecify.annotations.NullMarked;
