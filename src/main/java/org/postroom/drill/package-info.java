/// Practice drills: the incidents Postroom exists for, each as a mistake that a person can walk
/// into where nothing is real, and see caught.
@NullMarked
package org.postroom.drill;

import org.jspecify.annotations.NullMarked;
