/** Google, as far as these tests need it, on the wire. */
@NullMarked
package io.daybreak.sheets.fake;

import org.jspecify.annotations.NullMarked;
