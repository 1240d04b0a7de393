/**
 * Tables end: what is old enough is deleted, in small batches. Door: {@link
 * io.daybreak.kit.retention.Retention}, a bean for each table. Uses {@code kit.sql} and {@code
 * kit.work}. Tests: {@code RetentionTest}.
 */
@NullMarked
package io.daybreak.kit.retention;

import org.jspecify.annotations.NullMarked;
