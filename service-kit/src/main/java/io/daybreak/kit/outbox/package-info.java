/** Messages that belong to a change in the database: written with it, sent after it. */
@NullMarked
package io.daybreak.kit.outbox;

import org.jspecify.annotations.NullMarked;
