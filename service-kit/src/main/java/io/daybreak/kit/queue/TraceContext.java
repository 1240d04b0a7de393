package io.daybreak.kit.queue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries a trace across a queue, in the message attribute {@value #TRACEPARENT}. */
@ApplicationScoped
class TraceContext {

  /** The name that W3C Trace Context gives it: https://www.w3.org/TR/trace-context/. */
  static final String TRACEPARENT = "traceparent";

  private static final TextMapGetter<String> FROM_ATTRIBUTE = new FromAttribute();

  private final Tracer tracer;

  TraceContext(Tracer tracer) {
    this.tracer = tracer;
  }

  /** The current trace; null if there is none. */
  @Nullable String current() {
    Map<String, String> carrier = new HashMap<>();
    W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
    return carrier.get(TRACEPARENT);
  }

  /** Begins the part of a message's trace in which it is handled. */
  Span begin(Delivery delivery) {
    Context sender =
        delivery.traceparent() == null
            ? Context.root()
            : W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), delivery.traceparent(), FROM_ATTRIBUTE);
    return tracer
        .spanBuilder(delivery.queue().queueName() + " process")
        .setSpanKind(SpanKind.CONSUMER)
        .setParent(sender)
        .setAttribute("messaging.system", "aws_sqs")
        .setAttribute("messaging.operation.type", "process")
        .setAttribute("messaging.destination.name", delivery.queue().queueName())
        .setAttribute("messaging.message.id", delivery.messageId())
        .startSpan();
  }

  private static final class FromAttribute implements TextMapGetter<String> {

    @Override
    public Iterable<String> keys(String traceparent) {
      return List.of(TRACEPARENT);
    }

    @Override
    public @Nullable String get(@Nullable String traceparent, String key) {
      return TRACEPARENT.equals(key) ? traceparent : null;
    }
  }
}
