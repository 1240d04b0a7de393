/** The commands of {@code ./daybreak}, one class each. */
@NullMarked
package io.daybreak.stack.command;

import org.jspecify.annotations.NullMarked;
