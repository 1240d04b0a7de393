/**
 * What all simulators of outside services share: the HTTP server, the journal of every call, fault
 * switches and a true sliding-window limiter.
 */
@NullMarked
package io.daybreak.simulators.kernel;

import org.jspecify.annotations.NullMarked;
