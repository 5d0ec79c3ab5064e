/// The Message step: subject, text, fields, attachments.
@NullMarked
package org.postroom.ui.message;

import org.jspecify.annotations.NullMarked;
