/** Records checked, cleaned and shaped as a table's configuration asks. */
@NullMarked
package io.daybreak.uploads.clean;

import org.jspecify.annotations.NullMarked;
