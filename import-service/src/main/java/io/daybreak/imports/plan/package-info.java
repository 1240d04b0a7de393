/** What a run will cost, before it starts: days, calls, rows, cells and seconds. */
@NullMarked
package io.daybreak.imports.plan;

import org.jspecify.annotations.NullMarked;
