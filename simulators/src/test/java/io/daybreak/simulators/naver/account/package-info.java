/** What generated accounts look like. */
@NullMarked
package io.daybreak.simulators.naver.account;

import org.jspecify.annotations.NullMarked;
