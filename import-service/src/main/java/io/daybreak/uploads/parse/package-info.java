/** A shared file as records, read as a stream with bounds. */
@NullMarked
package io.daybreak.uploads.parse;

import org.jspecify.annotations.NullMarked;
