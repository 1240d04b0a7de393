/** The commands of {@code ./daybreak}, one class each. */
@NullMarked
package io.daybreak.acceptance.command;

import org.jspecify.annotations.NullMarked;
