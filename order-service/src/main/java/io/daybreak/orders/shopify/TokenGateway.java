package io.daybreak.orders.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.orders.shop.AppCredentials;
import io.daybreak.orders.shop.AppGrant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The only place that asks Shopify for tokens; each question is one call, sent once. */
@ApplicationScoped
public class TokenGateway {

  /** OAuth's codes; whatever else stands in their place is not shown to anybody. */
  private static final String CODE = "[a-z_]{1,60}";

  private final AccessTokenApi api;
  private final ShopifyConfig config;
  private final ObjectMapper json;

  TokenGateway(@RestClient AccessTokenApi api, ShopifyConfig config, ObjectMapper json) {
    this.api = api;
    this.config = config;
    this.json = json;
  }

  /** A new token; the ones before stay good. Fails with {@link ShopifyFailure}. */
  @Timeout(value = 15, unit = ChronoUnit.SECONDS)
  @Bulkhead(10)
  public Uni<AppGrant> grant(String domain, AppCredentials app) {
    String address = config.baseUrl().replace("{shop}", domain) + "/admin/oauth/access_token";
    return api.grant(address, "client_credentials", app.clientId(), app.clientSecret())
        .onFailure(e -> e instanceof WebApplicationException || e instanceof ProcessingException)
        .transform(this::failure)
        .map(TokenGateway::read);
  }

  private static AppGrant read(JsonNode answer) {
    String token = answer.path("access_token").asText();
    long seconds = answer.path("expires_in").asLong();
    if (token.isEmpty() || seconds <= 0) {
      throw new ShopifyFailure(
          ShopifyFailure.Kind.MALFORMED, "Shopify's grant has no token, or no end");
    }
    return new AppGrant(token, scopes(answer.path("scope").asText()), Duration.ofSeconds(seconds));
  }

  private static Set<String> scopes(String text) {
    return Stream.of(text.split("[,\\s]+"))
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private ShopifyFailure failure(Throwable cause) {
    if (cause instanceof WebApplicationException answered) {
      int status = answered.getResponse().getStatus();
      if (status >= 400 && status < 500 && status != 408 && status != 429) {
        return new GrantRefused(code(answered, status));
      }
      return new ShopifyFailure(
          status == 429 ? ShopifyFailure.Kind.THROTTLED : ShopifyFailure.Kind.UNAVAILABLE,
          "Shopify answered " + status);
    }
    return new ShopifyFailure(ShopifyFailure.Kind.UNAVAILABLE, "Shopify did not answer");
  }

  private String code(WebApplicationException answered, int status) {
    try {
      String code =
          json.readTree(answered.getResponse().readEntity(String.class)).path("error").asText();
      return code.matches(CODE) ? code : "http_" + status;
    } catch (JsonProcessingException | ProcessingException | IllegalArgumentException e) {
      return "http_" + status; // a page for people, or nothing
    }
  }
}
