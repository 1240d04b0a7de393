/** What the NAVER Search Ad API answers when it refuses, in both of its body families. */
@NullMarked
package io.daybreak.simulators.naver.refusal;

import org.jspecify.annotations.NullMarked;
