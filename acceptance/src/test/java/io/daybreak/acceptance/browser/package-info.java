/** The console as people see it: in a real browser, against the whole stack. */
@NullMarked
package io.daybreak.acceptance.browser;

import org.jspecify.annotations.NullMarked;
