package io.daybreak.orders.pastmail;

import io.daybreak.kit.secret.SealBrokenException;
import io.daybreak.kit.secret.SecretBox;
import io.daybreak.orders.reviewmail.PastOrders;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a plan showed, sealed, so that only what was shown can be confirmed. */
@Singleton
class PlanTokens {

  /**
   * @param at when it was shown
   */
  record Shown(long shopId, PastMailPlan.Wish wish, long mails, Instant at) {}

  private static final String CONTEXT = "past-mails";

  private final SecretBox box;

  PlanTokens(SecretBox box) {
    this.box = box;
  }

  String of(long shopId, PastMailPlan.Wish wish, PastOrders.Found found, Instant at) {
    String shown =
        String.join(
            "|",
            Long.toString(shopId),
            Integer.toString(wish.perDay()),
            text(wish.from()),
            text(wish.to()),
            Long.toString(found.mails()),
            at.toString());
    return box.seal(shown, CONTEXT);
  }

  /** Empty if nobody here made it. */
  Optional<Shown> read(String token) {
    try {
      String[] parts = box.open(token, CONTEXT).split("\\|", -1);
      return Optional.of(
          new Shown(
              Long.parseLong(parts[0]),
              new PastMailPlan.Wish(Integer.parseInt(parts[1]), moment(parts[2]), moment(parts[3])),
              Long.parseLong(parts[4]),
              Instant.parse(parts[5])));
    } catch (SealBrokenException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String text(@Nullable OffsetDateTime moment) {
    return moment == null ? "" : moment.toString();
  }

  private static @Nullable OffsetDateTime moment(String text) {
    return text.isEmpty() ? null : OffsetDateTime.parse(text);
  }
}
