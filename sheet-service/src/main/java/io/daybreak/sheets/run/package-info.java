/** What is known of each run: how far it is, who has claimed it, how it ended. */
@NullMarked
package io.daybreak.sheets.run;

import org.jspecify.annotations.NullMarked;
