/** The entity calls below {@code /ncc}. */
@NullMarked
package io.daybreak.simulators.naver.entity;

import org.jspecify.annotations.NullMarked;
