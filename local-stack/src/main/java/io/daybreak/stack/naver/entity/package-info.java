/** The entity calls below {@code /ncc}. */
@NullMarked
package io.daybreak.stack.naver.entity;

import org.jspecify.annotations.NullMarked;
