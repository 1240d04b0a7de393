/**
 * The conversation between import-service, which has the rows, and sheet-service, which writes
 * them.
 */
@NullMarked
package io.daybreak.contracts.sheet;

import org.jspecify.annotations.NullMarked;
