/** Rates that several processes share, kept as slot leases in the database. */
@NullMarked
package io.daybreak.kit.budget;

import org.jspecify.annotations.NullMarked;
