/** How the shared base of the simulators behaves, seen over real connections. */
@NullMarked
package io.daybreak.simulators.kernel;

import org.jspecify.annotations.NullMarked;
