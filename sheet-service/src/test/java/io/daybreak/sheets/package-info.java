/** What holds in all of sheet-service. */
@NullMarked
package io.daybreak.sheets;

import org.jspecify.annotations.NullMarked;
