/**
 * Whether the database is as this version wants it. Door: {@link
 * io.daybreak.kit.schema.SchemaGate}, which a start passes, and {@link
 * io.daybreak.kit.schema.SchemaReady}, which a probe asks. May use: Flyway, the reactive client.
 * Tests: {@code SchemaGateTest}.
 */
@NullMarked
package io.daybreak.kit.schema;

import org.jspecify.annotations.NullMarked;
