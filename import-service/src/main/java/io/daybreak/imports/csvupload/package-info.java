/** CSV files that people drop into Slack, and how they reach the warehouse. */
@NullMarked
package io.daybreak.imports.csvupload;

import org.jspecify.annotations.NullMarked;
