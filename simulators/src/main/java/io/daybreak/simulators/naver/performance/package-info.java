/** What an account's ads did on a day, hour by hour: generated while it is read, never stored. */
@NullMarked
package io.daybreak.simulators.naver.performance;

import org.jspecify.annotations.NullMarked;
