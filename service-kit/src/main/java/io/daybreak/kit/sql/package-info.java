/**
 * The two doors to PostgreSQL: {@link io.daybreak.kit.sql.Sql} for whoever must not block, {@link
 * io.daybreak.kit.sql.BlockingSql} for workers. Only here is a reactive answer waited for. Knows
 * nothing else of the kit; who has to act after a commit is a {@link
 * io.daybreak.kit.sql.CommitListener}. Tests: {@code SqlTest}.
 */
@NullMarked
package io.daybreak.kit.sql;

import org.jspecify.annotations.NullMarked;
