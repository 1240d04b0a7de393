/** Stat reports: jobs, their states, and the downloads they end in. */
@NullMarked
package io.daybreak.stack.naver.report;

import org.jspecify.annotations.NullMarked;
