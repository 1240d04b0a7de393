package io.daybreak.imports.run;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.TemplateTrouble;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What is wrong with a template in a spreadsheet, as it is stored. */
public final class TemplateTroubles {

  private TemplateTroubles() {}

  /** An object with {@code code}, {@code reason} and {@code cells}. */
  static @Nullable JsonObject json(@Nullable TemplateTrouble trouble) {
    return trouble == null
        ? null
        : new JsonObject()
            .put("code", trouble.code().name())
            .put("reason", trouble.reason())
            .put("cells", new JsonArray(trouble.cells()));
  }

  /** What {@link #json} made. */
  public static @Nullable TemplateTrouble of(@Nullable JsonObject stored) {
    return stored == null
        ? null
        : new TemplateTrouble(
            FailureCode.valueOf(stored.getString("code")),
            stored.getString("reason"),
            stored.getJsonArray("cells").stream().map(String.class::cast).toList());
  }
}
