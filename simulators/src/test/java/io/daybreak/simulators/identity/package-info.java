/** The identity provider, asked as a browser and as an application ask it. */
@NullMarked
package io.daybreak.simulators.identity;

import org.jspecify.annotations.NullMarked;
