package io.daybreak.kit.queue;

import io.daybreak.contracts.Message;
import io.daybreak.kit.queue.QueueMetrics.Outcome;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import org.jboss.logging.MDC;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Handles one delivery from reading it to deleting it, or to letting it become a dead letter. */
@ApplicationScoped
class MessageProcessor {

  private final SqsClient sqs;
  private final QueueUrls urls;
  private final Envelopes envelopes;
  private final TraceContext traces;
  private final QueueMetrics metrics;
  private final QueueSettings settings;
  private final Event<MessageFailed> failures;
  private final DatabaseGate database;

  MessageProcessor(
      SqsClient sqs,
      QueueUrls urls,
      Envelopes envelopes,
      TraceContext traces,
      QueueMetrics metrics,
      QueueSettings settings,
      Event<MessageFailed> failures,
      DatabaseGate database) {
    this.sqs = sqs;
    this.urls = urls;
    this.envelopes = envelopes;
    this.traces = traces;
    this.metrics = metrics;
    this.settings = settings;
    this.failures = failures;
    this.database = database;
  }

  /** Never throws: whatever goes wrong ends with this delivery. */
  @ActivateRequestContext
  void work(Delivery delivery, MessageHandler<Message> handler, InFlight inFlight) {
    Span span = traces.begin(delivery);
    try (Scope current = span.makeCurrent()) {
      MDC.put("traceId", span.getSpanContext().getTraceId());
      MDC.put("queue", delivery.queue().queueName());
      MDC.put("messageId", delivery.messageId());
      MDC.put("messageGroup", delivery.group());
      Timer.Sample sample = metrics.begin();
      Outcome outcome = handle(delivery, handler, span);
      metrics.end(sample, delivery, outcome);
      inFlight.remove(delivery);
      if (outcome == Outcome.HANDLED) {
        delete(delivery);
      } else {
        release(delivery);
      }
    } finally {
      span.end();
      MDC.remove("traceId");
      MDC.remove("queue");
      MDC.remove("messageId");
      MDC.remove("messageGroup");
    }
  }

  private Outcome handle(Delivery delivery, MessageHandler<Message> handler, Span span) {
    try {
      // A message of a type that the handler does not take ends in a ClassCastException here.
      handler.handle(envelopes.open(delivery.type(), delivery.body()));
      return Outcome.HANDLED;
    } catch (UnreadableMessageException e) {
      span.setStatus(StatusCode.ERROR).recordException(e);
      Log.errorf(e, "Message %s becomes a dead letter", delivery.messageId());
      tell(delivery, e);
      return Outcome.UNREADABLE;
    } catch (Throwable e) { // the edge of the worker: the thread goes on to other messages
      database.suspect();
      span.setStatus(StatusCode.ERROR).recordException(e);
      Log.errorf(
          e, "%s %s failed and becomes a dead letter", delivery.type(), delivery.messageId());
      tell(delivery, e);
      return Outcome.FAILED;
    }
  }

  private void delete(Delivery delivery) {
    try {
      sqs.deleteMessage(
          request ->
              request
                  .queueUrl(urls.of(delivery.queue()))
                  .receiptHandle(delivery.receiptHandle())
                  .overrideConfiguration(o -> o.apiCallTimeout(settings.callTimeout())));
    } catch (SdkException e) {
      Log.errorf(
          "%s %s was handled but not deleted, and becomes a dead letter: %s",
          delivery.type(), delivery.messageId(), e.getMessage());
      tell(delivery, e);
    }
  }

  private void tell(Delivery delivery, Throwable cause) {
    failures.fire(new MessageFailed(delivery.queue(), delivery.messageId(), cause));
  }

  /** Makes the message visible, so that the next receive of anyone moves it to the dead letters. */
  private void release(Delivery delivery) {
    try {
      sqs.changeMessageVisibility(
          request ->
              request
                  .queueUrl(urls.of(delivery.queue()))
                  .receiptHandle(delivery.receiptHandle())
                  .visibilityTimeout(0)
                  .overrideConfiguration(o -> o.apiCallTimeout(settings.callTimeout())));
    } catch (SdkException e) {
      Log.warnf(
          "Message %s becomes a dead letter only after its visibility timeout: %s",
          delivery.messageId(), e.getMessage());
    }
  }
}
