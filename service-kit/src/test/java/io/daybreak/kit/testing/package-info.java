/** The real parts that tests of the services run against. */
@NullMarked
package io.daybreak.kit.testing;

import org.jspecify.annotations.NullMarked;
