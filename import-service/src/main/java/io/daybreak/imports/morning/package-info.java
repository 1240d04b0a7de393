/** What a marketer looks at first: every set's state and numbers of one day. */
@NullMarked
package io.daybreak.imports.morning;

import org.jspecify.annotations.NullMarked;
