/** Proofs about CSV files that are dropped into Slack. */
@NullMarked
package io.daybreak.acceptance.uploads;

import org.jspecify.annotations.NullMarked;
