/** CSV files that people drop into Slack, and how they reach the warehouse. */
@NullMarked
package io.daybreak.uploads;

import org.jspecify.annotations.NullMarked;
