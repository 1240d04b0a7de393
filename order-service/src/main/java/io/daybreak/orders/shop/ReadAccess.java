package io.daybreak.orders.shop;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a shop's orders are read from Shopify, and how that goes; secrets never leave.
 *
 * @param kind NONE where orders come by webhook and CSV only
 * @param clientId the app's
 * @param scopes of the newest token of an app
 * @param grantedAt when Shopify granted it
 * @param expiresAt until when it is good; a new one is asked for before
 * @param refusedAt when Shopify refused to grant one, if that was the newest answer
 * @param refusal OAuth's code of why
 * @param nextLookAt when it is looked for changed orders next
 * @param outcome of the newest look for orders: DONE, or why it ended early; null before the first
 */
public record ReadAccess(
    Kind kind,
    @Nullable String clientId,
    List<String> scopes,
    @Nullable Instant grantedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant refusedAt,
    @Nullable String refusal,
    @Nullable Instant nextLookAt,
    @Nullable String outcome) {

  /** With what. */
  public enum Kind {
    NONE,
    /** An everlasting token of an app that was made in the shop's admin, before 2026. */
    TOKEN,
    /** Tokens of a day for an app of the Dev Dashboard. */
    APP
  }

  public ReadAccess {
    scopes = List.copyOf(scopes);
  }

  static ReadAccess of(Row row) {
    String clientId = row.getString("client_id");
    String[] scopes = row.getArrayOfStrings("scopes");
    return new ReadAccess(
        clientId != null ? Kind.APP : row.getBoolean("has_token") ? Kind.TOKEN : Kind.NONE,
        clientId,
        scopes == null ? List.of() : List.of(scopes),
        instant(row.getOffsetDateTime("granted_at")),
        instant(row.getOffsetDateTime("expires_at")),
        instant(row.getOffsetDateTime("refused_at")),
        row.getString("refusal"),
        instant(row.getOffsetDateTime("next_at")),
        row.getString("outcome"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
