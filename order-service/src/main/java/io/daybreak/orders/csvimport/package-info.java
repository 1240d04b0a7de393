/** Past orders from a merchant's CSV file. */
@NullMarked
package io.daybreak.orders.csvimport;

import org.jspecify.annotations.NullMarked;
