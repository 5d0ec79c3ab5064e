/// What a review can say: findings, their severity, place and evidence. Data only.
@NullMarked
package org.postroom.finding;

import org.jspecify.annotations.NullMarked;
