/** What generated accounts look like. */
@NullMarked
package io.daybreak.stack.naver.account;

import org.jspecify.annotations.NullMarked;
