/** Stat reports: jobs, their states, and the downloads they end in. */
@NullMarked
package io.daybreak.simulators.naver.report;

import org.jspecify.annotations.NullMarked;
