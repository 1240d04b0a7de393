/** Signatures and rates, without HTTP. */
@NullMarked
package io.daybreak.stack.naver.access;

import org.jspecify.annotations.NullMarked;
