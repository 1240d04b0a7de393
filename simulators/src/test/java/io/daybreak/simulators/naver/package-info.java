/** How strict the NAVER simulator is, seen over HTTP. */
@NullMarked
package io.daybreak.simulators.naver;

import org.jspecify.annotations.NullMarked;
