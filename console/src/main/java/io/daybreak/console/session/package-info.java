/** Who is signed in. */
@NullMarked
package io.daybreak.console.session;

import org.jspecify.annotations.NullMarked;
