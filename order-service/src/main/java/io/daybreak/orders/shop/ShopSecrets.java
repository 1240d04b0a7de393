package io.daybreak.orders.shop;

import io.daybreak.kit.secret.SecretBox;
import jakarta.inject.Singleton;

/** Seals a shop's secrets, each bound to its shop and purpose. */
@Singleton
public class ShopSecrets {

  private final SecretBox box;

  ShopSecrets(SecretBox box) {
    this.box = box;
  }

  String sealWebhookSecret(String domain, String secret) {
    return box.seal(secret, webhookContext(domain));
  }

  public String openWebhookSecret(String domain, String sealed) {
    return box.open(sealed, webhookContext(domain));
  }

  String sealApiToken(String domain, String token) {
    return box.seal(token, tokenContext(domain));
  }

  public String openApiToken(String domain, String sealed) {
    return box.open(sealed, tokenContext(domain));
  }

  private static String webhookContext(String domain) {
    return "shop:" + domain + ":webhook-secret";
  }

  private static String tokenContext(String domain) {
    return "shop:" + domain + ":api-token";
  }
}
