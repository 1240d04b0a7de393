package io.daybreak.orders.template;

import io.daybreak.kit.secret.SealBrokenException;
import io.daybreak.kit.secret.SecretBox;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * The tokens of review links: who has one has the mail about the order. Sealed, so that nobody can
 * make one for somebody else's order.
 */
@Singleton
public class ReviewTokens {

  private static final String CONTEXT = "review";

  private final SecretBox box;

  ReviewTokens(SecretBox box) {
    this.box = box;
  }

  public String of(UUID mailId) {
    return box.seal(mailId.toString(), CONTEXT);
  }

  /** The mail that carried the token; empty if nobody here made it. */
  public Optional<UUID> read(String token) {
    try {
      return Optional.of(UUID.fromString(box.open(token, CONTEXT)));
    } catch (SealBrokenException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
