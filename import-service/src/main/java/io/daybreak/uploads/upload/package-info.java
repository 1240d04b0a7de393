/** An upload from the event to its end: rows, leases, steps, recovery. */
@NullMarked
package io.daybreak.uploads.upload;

import org.jspecify.annotations.NullMarked;
