/** A shared file as records, read as a stream with bounds. */
@NullMarked
package io.daybreak.imports.csvupload.parse;

import org.jspecify.annotations.NullMarked;
