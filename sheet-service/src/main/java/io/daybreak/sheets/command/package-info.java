/** What is done for each command of an import. */
@NullMarked
package io.daybreak.sheets.command;

import org.jspecify.annotations.NullMarked;
