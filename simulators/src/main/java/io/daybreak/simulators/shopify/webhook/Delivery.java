package io.daybreak.simulators.shopify.webhook;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** One copy of a webhook on its way, with its attempts. */
public final class Delivery {

  /** How far a delivery is. */
  public enum State {
    UNDER_WAY,
    DELIVERED,
    /** All attempts failed; nobody will ever tell the app. */
    GIVEN_UP,
    /** There was no subscription to the topic. */
    NOT_SUBSCRIBED
  }

  private final Webhook webhook;
  private final List<Attempt> attempts = new ArrayList<>(1);
  private State state = State.UNDER_WAY;

  Delivery(Webhook webhook) {
    this.webhook = webhook;
  }

  public Webhook webhook() {
    return webhook;
  }

  public synchronized State state() {
    return state;
  }

  public synchronized List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /** Notes an attempt and says whether the delivery is over. */
  synchronized boolean attempted(Attempt attempt) {
    attempts.add(attempt);
    if (attempt.succeeded()) {
      state = State.DELIVERED;
    } else if (attempts.size() > DeliveryRules.RETRIES) {
      state = State.GIVEN_UP;
    }
    return state != State.UNDER_WAY;
  }

  synchronized void giveUp(State how) {
    state = how;
  }

  public synchronized JsonObject toJson() {
    var tries = new JsonArray();
    attempts.forEach(attempt -> tries.add(attempt.toJson()));
    return new JsonObject()
        .put("shop", webhook.shop())
        .put("topic", webhook.topic())
        .put("webhookId", webhook.webhookId().toString())
        .put("eventId", webhook.eventId().toString())
        .put("triggeredAt", webhook.triggeredAt().toString())
        .put("state", state.name())
        .put("attempts", tries);
  }
}
