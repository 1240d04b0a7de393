package io.daybreak.acceptance.orders;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link OrderWorld}; every test begins with nothing out of order. */
public final class OrderWorldExtension implements ParameterResolver, BeforeEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(OrderWorldExtension.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    world(context).calm();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == OrderWorld.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return world(context);
  }

  /** Kept by the root of all classes, which closes it after the last one. */
  private static OrderWorld world(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(OrderWorld.class, key -> OrderWorld.start(), OrderWorld.class);
  }
}
