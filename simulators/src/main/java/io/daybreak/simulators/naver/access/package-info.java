/** Who may call the NAVER simulator: signatures, API keys, customers and call rates. */
@NullMarked
package io.daybreak.simulators.naver.access;

import org.jspecify.annotations.NullMarked;
