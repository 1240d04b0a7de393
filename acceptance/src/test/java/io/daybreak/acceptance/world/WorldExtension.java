package io.daybreak.acceptance.world;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link World} that all classes share, because starting it takes longer than
 * most of them; every test begins without faults and with all services alive.
 */
public final class WorldExtension
    implements ParameterResolver, BeforeAllCallback, BeforeEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(WorldExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    world(context).calm();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    world(context).calm();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == World.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return world(context);
  }

  /** Kept by the root of all classes, which closes it after the last one. */
  private static World world(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(World.class, key -> World.start(), World.class);
  }
}
