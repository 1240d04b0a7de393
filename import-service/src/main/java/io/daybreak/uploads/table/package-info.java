/** How a table wants its file: read strictly from its JSON configuration. */
@NullMarked
package io.daybreak.uploads.table;

import org.jspecify.annotations.NullMarked;
