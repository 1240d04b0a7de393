/** Errors as clients see them: {@code application/problem+json}, RFC 9457. */
@NullMarked
package io.daybreak.kit.problem;

import org.jspecify.annotations.NullMarked;
