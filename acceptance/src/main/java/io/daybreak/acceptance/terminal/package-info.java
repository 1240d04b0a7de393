/** Text for people: headings, tables and progress that look right in a terminal and in a log. */
@NullMarked
package io.daybreak.acceptance.terminal;

import org.jspecify.annotations.NullMarked;
