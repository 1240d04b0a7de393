/** The morning batch: once a date, an update of every set whose schedule is on. */
@NullMarked
package io.daybreak.imports.batch;

import org.jspecify.annotations.NullMarked;
