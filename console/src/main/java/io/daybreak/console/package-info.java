/** The console: pages for people, over the APIs of the services. */
@NullMarked
package io.daybreak.console;

import org.jspecify.annotations.NullMarked;
