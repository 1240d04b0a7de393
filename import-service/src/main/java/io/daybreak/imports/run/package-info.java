/**
 * Runs: their queue per API key, their states, the workers that execute them, and what
 * sheet-service says of them.
 */
@NullMarked
package io.daybreak.imports.run;

import org.jspecify.annotations.NullMarked;
