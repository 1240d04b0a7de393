package io.daybreak.kit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which tokens count, beyond issuer, signature, audience and times, which are {@code
 * mp.jwt.verify.*}.
 */
@ConfigMapping(prefix = "daybreak.tokens")
interface TokenSettings {

  /**
   * What a token may call itself, in its header or its claim {@code typ}; one that says nothing
   * counts. Access tokens are {@code at+jwt} (RFC 9068), {@code Bearer} (Keycloak) or {@code JWT}.
   */
  @WithDefault("at+jwt,application/at+jwt,JWT,Bearer")
  List<String> types();

  /**
   * Whether ID tokens count: proofs for an application of who signed in, marked by {@code nonce} or
   * {@code at_hash}. Only for issuers that give nothing else, as Google does.
   */
  @WithDefault("false")
  boolean idTokens();

  /**
   * The clients whose tokens count, by {@code azp}, {@code client_id} or {@code appid}; empty:
   * those of every client that the audience is meant for.
   */
  Optional<List<String>> authorizedParties();

  /** Longest time from {@code iat} to {@code exp}, and a token's highest age. */
  @WithDefault("PT24H")
  Duration longestLife();
}
