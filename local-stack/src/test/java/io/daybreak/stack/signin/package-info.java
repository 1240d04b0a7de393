/** The identity provider, asked as a browser and as an application ask it. */
@NullMarked
package io.daybreak.stack.signin;

import org.jspecify.annotations.NullMarked;
