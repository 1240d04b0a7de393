/** The running product and its people, as the proofs handle them. */
@NullMarked
package io.daybreak.acceptance.world;

import org.jspecify.annotations.NullMarked;
