/**
 * Units of work: who holds one, until when, and who looks for the next. A feature brings its
 * states, its SQL and its step; claiming, renewing, polling and sweeping are here and nowhere else.
 *
 * <p>Doors: {@link io.daybreak.kit.work.Claims} (a row that one process works on), {@link
 * io.daybreak.kit.work.ExclusiveWork} (what one process of the cluster does at a time), {@link
 * io.daybreak.kit.work.Worker} (the loop), {@link io.daybreak.kit.work.Expiring} (what every sweep
 * calls), {@link io.daybreak.kit.work.WorkThreads}. Uses {@code kit.sql} and {@code kit.time}.
 * Tests: {@code ClaimsTest}, {@code ExclusiveWorkTest}, {@code WorkerTest}, {@code SweepTest}.
 */
@NullMarked
package io.daybreak.kit.work;

import org.jspecify.annotations.NullMarked;
