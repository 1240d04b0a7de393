/** NAVER's stat reports: ordered ahead, watched together, read line by line into a day's table. */
@NullMarked
package io.daybreak.imports.report;

import org.jspecify.annotations.NullMarked;
