package io.daybreak.imports.apikey;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/** What the API tells of a key: never the licence, never the secret. */
public record ApiKeyView(UUID id, String name, Instant createdAt) {

  static ApiKeyView of(Row row) {
    return new ApiKeyView(
        row.getUUID("id"), row.getString("name"), row.getOffsetDateTime("created_at").toInstant());
  }
}
