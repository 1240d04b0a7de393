/** How fast an import is beside what the budgets allow, and what it costs memory and the API. */
@NullMarked
package io.daybreak.stack.imports.bench;

import org.jspecify.annotations.NullMarked;
