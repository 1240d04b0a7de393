/** The one message that tells people how their upload ended. */
@NullMarked
package io.daybreak.uploads.notice;

import org.jspecify.annotations.NullMarked;
