package io.daybreak.kit.access;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person did.
 *
 * @param action noun and past participle, such as {@code api-key.rotated}; stable
 * @param organisationId whose thing it is; null if it is nobody's
 * @param object which thing: an id or another name that the API knows it by
 * @param before what it was, never with a secret; null where there was nothing
 * @param after what it became; null where there is nothing any more
 */
public record Deed(
    String action,
    @Nullable UUID organisationId,
    String object,
    @Nullable JsonObject before,
    @Nullable JsonObject after) {

  /** A deed of which nothing but itself is to be told. */
  public static Deed of(String action, UUID organisationId, Object object) {
    return new Deed(action, organisationId, object.toString(), null, null);
  }

  /** The same with what the thing became. */
  public Deed to(JsonObject became) {
    return new Deed(action, organisationId, object, before, became);
  }

  /** The same with what the thing was. */
  public Deed from(JsonObject was) {
    return new Deed(action, organisationId, object, was, after);
  }
}
