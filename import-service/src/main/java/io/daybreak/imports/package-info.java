/** The import service: its start, and the commands of its image. */
@NullMarked
package io.daybreak.imports;

import org.jspecify.annotations.NullMarked;
