/** Proofs of long runs: from the launcher over the Job to the process that the Job starts. */
@NullMarked
package io.daybreak.acceptance.job;

import org.jspecify.annotations.NullMarked;
