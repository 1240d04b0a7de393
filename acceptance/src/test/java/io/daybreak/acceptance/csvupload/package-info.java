/** Proofs about CSV files that are dropped into Slack. */
@NullMarked
package io.daybreak.acceptance.csvupload;

import org.jspecify.annotations.NullMarked;
