/**
 * Orders under chaos: duplicates, disorder, a mail server with moods and replicas that are killed;
 * then a count of what was lost or doubled.
 */
@NullMarked
package io.daybreak.acceptance.chaos;

import org.jspecify.annotations.NullMarked;
