package io.daybreak.simulators.shopify.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The app of a shop's own organisation, and the tokens it has been granted. Each grant makes a new
 * token; the ones before stay good until they expire.
 *
 * @see <a
 *     href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant">client
 *     credentials grant</a>
 */
public final class AppAccess {

  /** What Shopify says in {@code expires_in}: a second less than a day. */
  private static final Duration LIFETIME = Duration.ofSeconds(86_399);

  private record Issued(Set<String> scopes, Instant expiresAt) {}

  private final String clientId;
  private final Clock clock;
  private final Map<String, Issued> tokens = new HashMap<>();
  private Set<String> scopes = Set.of("read_customers", "read_orders", "read_products");
  private Duration lifetime = LIFETIME;
  private boolean installed = true;
  private boolean ofTheShopsOrganisation = true;
  private int grants;

  public AppAccess(String clientId, Clock clock) {
    this.clientId = clientId;
    this.clock = clock;
  }

  public String clientId() {
    return clientId;
  }

  /** The merchant approves these scopes; tokens that are there keep theirs. */
  public synchronized void approve(Set<String> approved) {
    scopes = Set.copyOf(approved);
  }

  /** How long tokens last that are granted from now on. */
  public synchronized void last(Duration time) {
    lifetime = time;
  }

  /** The app is taken out of the shop: no token is good any more. */
  public synchronized void uninstall() {
    installed = false;
    tokens.clear();
  }

  /** Shopify takes all tokens back, as when somebody revokes them in the Dev Dashboard. */
  public synchronized void revoke() {
    tokens.clear();
  }

  /** The shop is another organisation's than the app. */
  public synchronized void moveToAnotherOrganisation() {
    ofTheShopsOrganisation = false;
  }

  /** How many tokens were granted so far. */
  public synchronized int grants() {
    return grants;
  }

  /** Throws {@link GrantRefusedException}. */
  public synchronized Granted grant(String client, boolean secretIsRight) {
    if (!client.equals(clientId)) {
      throw new GrantRefusedException(
          "application_cannot_be_found", "Unable to find the application");
    }
    if (!secretIsRight) {
      throw new GrantRefusedException("invalid_client", "The client secret is wrong");
    }
    if (!ofTheShopsOrganisation) {
      throw new GrantRefusedException(
          "shop_not_permitted", "Client credentials cannot be performed on this shop.");
    }
    if (!installed) {
      throw new GrantRefusedException("app_not_installed", "The app is not installed");
    }
    grants++;
    String token = "shpat_" + UUID.randomUUID().toString().replace("-", "");
    tokens.put(token, new Issued(scopes, clock.instant().plus(lifetime)));
    return new Granted(token, String.join(",", new TreeSet<>(scopes)), lifetime.toSeconds());
  }

  /** The scopes of a token; nothing if it is none or has expired. */
  public synchronized Optional<Set<String>> scopesOf(String token) {
    return Optional.ofNullable(tokens.get(token))
        .filter(issued -> clock.instant().isBefore(issued.expiresAt()))
        .map(Issued::scopes);
  }

  /**
   * @param expiresIn seconds
   */
  public record Granted(String token, String scope, long expiresIn) {}
}
