/** Why a run cannot go on, as values with their numbers. */
@NullMarked
package io.daybreak.sheets.failure;

import org.jspecify.annotations.NullMarked;
