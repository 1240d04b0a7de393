package io.daybreak.imports.apikey;

import java.time.Instant;
import java.util.UUID;

/** What the API tells of a key: never the licence, never the secret. */
public record ApiKeyView(UUID id, String name, Instant createdAt) {

  static ApiKeyView of(ApiKey key) {
    return new ApiKeyView(key.id, key.name, key.createdAt);
  }
}
