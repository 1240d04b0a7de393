/** Proofs about starting on databases that are behind, ahead, or not there. */
@NullMarked
package io.daybreak.kit.schema;

import org.jspecify.annotations.NullMarked;
