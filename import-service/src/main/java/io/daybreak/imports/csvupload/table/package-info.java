/** How a table wants its file: read strictly from its JSON configuration. */
@NullMarked
package io.daybreak.imports.csvupload.table;

import org.jspecify.annotations.NullMarked;
