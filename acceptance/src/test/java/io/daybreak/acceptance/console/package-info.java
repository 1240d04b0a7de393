/** What the console has to know of the services behind it. */
@NullMarked
package io.daybreak.acceptance.console;

import org.jspecify.annotations.NullMarked;
