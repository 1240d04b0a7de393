/** Proofs about starting and ending a stack, and about the keys that services get from it. */
@NullMarked
package io.daybreak.acceptance.command;

import org.jspecify.annotations.NullMarked;
