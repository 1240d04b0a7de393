/** What both sides of an import say of a run. */
@NullMarked
package io.daybreak.contracts.run;

import org.jspecify.annotations.NullMarked;
