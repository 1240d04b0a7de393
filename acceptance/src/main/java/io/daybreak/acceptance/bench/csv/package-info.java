/** CSV uploads of any size and number, and what becomes of them. */
@NullMarked
package io.daybreak.acceptance.bench.csv;

import org.jspecify.annotations.NullMarked;
