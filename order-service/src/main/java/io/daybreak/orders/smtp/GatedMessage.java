package io.daybreak.orders.smtp;

import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A message that knows whether the client has come to it, and can be taken back until then.
 *
 * <p>Vert.x's client encodes a message only once it holds a connection that is greeted, encrypted
 * and logged in, and asks for the headers last, right before {@code MAIL FROM}. So a message whose
 * headers nobody asked for has certainly not been sent, and one that refuses to give them never
 * will be. The tests speak SMTP with the client to see that this stays so.
 */
final class GatedMessage extends MailMessage {

  private enum Gate {
    OPEN,
    PASSED,
    CLOSED
  }

  private final AtomicReference<Gate> gate = new AtomicReference<>(Gate.OPEN);

  @Override
  public MultiMap getHeaders() {
    // the superclass's constructor may ask before the field is there
    if (gate != null && !gate.compareAndSet(Gate.OPEN, Gate.PASSED) && gate.get() == Gate.CLOSED) {
      throw new IllegalStateException("The message was taken back");
    }
    return super.getHeaders();
  }

  /** Takes the message back; false if it may be on its way already. */
  boolean takeBack() {
    return gate.compareAndSet(Gate.OPEN, Gate.CLOSED) || gate.get() == Gate.CLOSED;
  }
}
