/** Proofs about the keys that services get from the stack. */
@NullMarked
package io.daybreak.stack.access;

import org.jspecify.annotations.NullMarked;
