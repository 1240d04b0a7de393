/**
 * The messages that travel between the services, and the queues they travel on. No framework, no
 * behaviour.
 */
@NullMarked
package io.daybreak.contracts;

import org.jspecify.annotations.NullMarked;
