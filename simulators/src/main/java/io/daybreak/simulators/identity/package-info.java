/**
 * The identity provider: people say who they are on a page, the console gets tokens for them
 * (OpenID Connect, code flow with PKCE).
 */
@NullMarked
package io.daybreak.simulators.identity;

import org.jspecify.annotations.NullMarked;
