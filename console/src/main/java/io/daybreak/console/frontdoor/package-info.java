/** What stands between a browser and the services: the way to each API, and what may pass. */
@NullMarked
package io.daybreak.console.frontdoor;

import org.jspecify.annotations.NullMarked;
