package io.daybreak.simulators.shopify.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * Brings webhooks to their subscribers by the {@link DeliveryRules}. One event loop does everything
 * after {@link #send}, so the rest needs no locks.
 */
public final class WebhookSender implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(WebhookSender.class.getName());

  private record Parcel(Delivery delivery, Buffer body, String signature, Subscription to) {}

  private final Vertx vertx;
  private final SplittableRandom random;
  private final WebhookRequest request;
  private final Deliveries deliveries = new Deliveries();
  private final Queue<Parcel> waiting = new ArrayDeque<>();
  private int underWay;
  private volatile DeliveryRules rules;
  private volatile Mischief mischief = Mischief.none();

  public WebhookSender(DeliveryRules rules, long seed) {
    this.rules = rules;
    this.random = new SplittableRandom(seed);
    this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    this.request = new WebhookRequest(vertx);
  }

  /** What holds for attempts from now on. */
  public void rules(DeliveryRules wanted) {
    rules = wanted;
  }

  /** What happens to deliveries from now on. */
  public void mischief(Mischief wanted) {
    mischief = wanted;
  }

  public Deliveries deliveries() {
    return deliveries;
  }

  /**
   * Sends a webhook, and as many copies as the mischief in force asks for.
   *
   * @param secret what it is signed with
   */
  public void send(Webhook webhook, Buffer body, String secret, Subscriptions subscriptions) {
    String signature = Signature.of(body.getBytes(), secret);
    int copies = 1;
    synchronized (random) {
      while (copies < mischief.mostCopies() && random.nextDouble() < mischief.duplicates()) {
        copies++;
      }
    }
    for (int i = 0; i < copies; i++) {
      Delivery delivery = deliveries.begin(webhook);
      subscriptions
          .to(webhook.topic())
          .ifPresentOrElse(
              subscription -> after(delay(), new Parcel(delivery, body, signature, subscription)),
              () -> end(delivery, Delivery.State.NOT_SUBSCRIBED));
    }
  }

  private Duration delay() {
    long most = mischief.spread().toMillis();
    synchronized (random) {
      return Duration.ofMillis(most == 0 ? 0 : random.nextLong(most));
    }
  }

  private void after(Duration pause, Parcel parcel) {
    if (pause.isZero()) {
      vertx.runOnContext(turn -> enqueue(parcel));
    } else {
      vertx.setTimer(pause.toMillis(), timer -> enqueue(parcel));
    }
  }

  private void enqueue(Parcel parcel) {
    waiting.add(parcel);
    goOn();
  }

  private void goOn() {
    while (underWay < rules.concurrency() && !waiting.isEmpty()) {
      attempt(waiting.remove());
    }
  }

  private void attempt(Parcel parcel) {
    underWay++;
    request
        .post(
            parcel.to().nextAddress(),
            parcel.delivery().webhook().headers(parcel.signature()),
            parcel.body())
        .onSuccess(
            attempt -> {
              underWay--;
              attempted(parcel, attempt);
              goOn();
            });
  }

  private void attempted(Parcel parcel, Attempt attempt) {
    boolean over = parcel.delivery().attempted(attempt);
    if (parcel.to().endedBy(attempt, rules)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "subscription of {0} to {1} removed after {2} failures in a row",
          parcel.delivery().webhook().shop(),
          parcel.to().topic(),
          DeliveryRules.FAILURES_UNTIL_REMOVAL);
    }
    if (over) {
      deliveries.ended();
    } else if (parcel.to().removed()) {
      end(parcel.delivery(), Delivery.State.GIVEN_UP);
    } else {
      after(rules.pauseBefore(parcel.delivery().attempts().size()), parcel);
    }
  }

  private void end(Delivery delivery, Delivery.State state) {
    delivery.giveUp(state);
    deliveries.ended();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
