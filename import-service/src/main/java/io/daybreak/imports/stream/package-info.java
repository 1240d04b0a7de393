/** What arrives over HTTP, read as it comes by a thread that blocks. */
@NullMarked
package io.daybreak.imports.stream;

import org.jspecify.annotations.NullMarked;
