/** The raw-data formats as data, and the table that sums a day's report rows into one of them. */
@NullMarked
package io.daybreak.imports.format;

import org.jspecify.annotations.NullMarked;
