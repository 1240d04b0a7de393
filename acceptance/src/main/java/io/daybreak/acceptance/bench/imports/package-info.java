/** How fast an import is beside what the budgets allow, and what it costs memory and the API. */
@NullMarked
package io.daybreak.acceptance.bench.imports;

import org.jspecify.annotations.NullMarked;
