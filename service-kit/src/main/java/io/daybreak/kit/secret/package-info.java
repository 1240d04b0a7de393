/** Secrets at rest, encrypted under keys from the configuration. */
@NullMarked
package io.daybreak.kit.secret;

import org.jspecify.annotations.NullMarked;
