/** Tells people, once, when something is not as it should be, and again when it is. */
@NullMarked
package io.daybreak.kit.alert;

import org.jspecify.annotations.NullMarked;
