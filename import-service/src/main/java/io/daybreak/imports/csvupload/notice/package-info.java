/** The one message that tells people how their upload ended. */
@NullMarked
package io.daybreak.imports.csvupload.notice;

import org.jspecify.annotations.NullMarked;
