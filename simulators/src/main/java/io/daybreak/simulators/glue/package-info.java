/** Glue over its JSON protocol: jobs, their runs, and the limit of runs at once. */
@NullMarked
package io.daybreak.simulators.glue;

import org.jspecify.annotations.NullMarked;
