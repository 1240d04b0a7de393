/**
 * The {@code values} collection: ranges in A1 notation, what people and programs type, what they
 * read.
 */
@NullMarked
package io.daybreak.simulators.sheets.values;

import org.jspecify.annotations.NullMarked;
