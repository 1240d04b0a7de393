/** What import-service tells itself about CSV files that people drop into Slack. */
@NullMarked
package io.daybreak.contracts.csv;

import org.jspecify.annotations.NullMarked;
