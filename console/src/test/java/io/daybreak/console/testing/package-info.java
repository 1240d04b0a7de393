/** What the console needs around it in tests: an issuer, services, and a browser's manners. */
@NullMarked
package io.daybreak.console.testing;

import org.jspecify.annotations.NullMarked;
