/** Dead letters of services that run as processes. */
@NullMarked
package io.daybreak.acceptance.deadletter;

import org.jspecify.annotations.NullMarked;
