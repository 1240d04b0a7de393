package io.daybreak.orders.unsubscribe;

import io.daybreak.kit.secret.SealBrokenException;
import io.daybreak.kit.secret.SecretBox;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * The tokens of unsubscribe links. Sealing authenticates as well as it hides: nobody can make a
 * token for somebody else's mail, and the keys rotate with those of the secrets.
 */
@Singleton
public class UnsubscribeTokens {

  private static final String CONTEXT = "unsubscribe";

  private final SecretBox box;

  UnsubscribeTokens(SecretBox box) {
    this.box = box;
  }

  public String of(UUID mailId) {
    return box.seal(mailId.toString(), CONTEXT);
  }

  /** The mail that carried the token; empty if nobody here made it. */
  Optional<UUID> read(String token) {
    try {
      return Optional.of(UUID.fromString(box.open(token, CONTEXT)));
    } catch (SealBrokenException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
