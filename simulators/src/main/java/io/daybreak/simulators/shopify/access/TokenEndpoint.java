package io.daybreak.simulators.shopify.access;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.shopify.shop.AppAccess;
import io.daybreak.simulators.shopify.shop.GrantRefusedException;
import io.daybreak.simulators.shopify.shop.Shop;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /admin/oauth/access_token} with {@code grant_type=client_credentials}, as a form or
 * as JSON. Refusals have status 400 and OAuth's form; which code Shopify gives for which mistake is
 * only known of {@code shop_not_permitted}.
 */
public final class TokenEndpoint {

  private TokenEndpoint() {}

  /** A token of the shop for its app, or a refusal. */
  public static Answer answer(Shop shop, Call call) {
    try {
      Map<String, String> form = form(call);
      if (!"client_credentials".equals(form.get("grant_type"))) {
        throw new GrantRefusedException("unsupported_grant_type", "Not simulated");
      }
      AppAccess.Granted granted =
          shop.app()
              .grant(
                  form.getOrDefault("client_id", ""),
                  shop.signsWith(form.getOrDefault("client_secret", "")));
      return Answer.json(
          200,
          new JsonObject()
              .put("access_token", granted.token())
              .put("scope", granted.scope())
              .put("expires_in", granted.expiresIn()));
    } catch (GrantRefusedException refused) {
      return Answer.json(
          400,
          new JsonObject()
              .put("error", refused.code())
              .put("error_description", refused.getMessage()));
    }
  }

  private static Map<String, String> form(Call call) {
    String body = call.body().toString(StandardCharsets.UTF_8);
    Map<String, String> form = new HashMap<>();
    @Nullable String type = call.header(HttpHeaders.CONTENT_TYPE.toString());
    if (type != null && type.startsWith("application/json")) {
      try {
        new JsonObject(body)
            .forEach(field -> form.put(field.getKey(), field.getValue().toString()));
      } catch (DecodeException e) {
        throw new GrantRefusedException("invalid_request", "The body is no JSON");
      }
    } else {
      for (String field : body.split("&")) {
        String[] parts = field.split("=", 2);
        form.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
