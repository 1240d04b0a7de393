package io.daybreak.kit.access;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A caller who stays after the request, such as the listener of a stream. What they are shown must
 * end when their token does, or when they belong to other organisations than at the beginning.
 */
public final class Presence {

  private final Memberships memberships;
  private final JsonWebToken token;
  private final List<Membership> before;

  Presence(Memberships memberships, JsonWebToken token, List<Membership> before) {
    this.memberships = memberships;
    this.token = token;
    this.before = before;
  }

  /** The token, to ask another service in the caller's name. */
  public String token() {
    return token.getRawToken();
  }

  /** Until the token ends; at least a millisecond. */
  public Duration left() {
    Duration left =
        Duration.between(Instant.now(), Instant.ofEpochSecond(token.getExpirationTime()));
    return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
  }

  /** Whether the caller still belongs where they did; unless it cannot be looked up right now. */
  public Uni<Boolean> unchanged() {
    return memberships.of(token).map(before::equals).onFailure().recoverWithItem(true);
  }
}
