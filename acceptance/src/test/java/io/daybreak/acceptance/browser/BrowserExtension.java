package io.daybreak.acceptance.browser;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link BrowserWorld}; each test begins without an open browser. */
public final class BrowserExtension implements ParameterResolver, AfterTestExecutionCallback {

  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

  @Override
  public void afterTestExecution(ExtensionContext context) {
    String test =
        context.getRequiredTestClass().getSimpleName()
            + "-"
            + context.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-");
    world(context).endOf(test, context.getExecutionException().isPresent());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == BrowserWorld.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return world(context);
  }

  /** Kept by the root of all classes, which closes it after the last one. */
  private static BrowserWorld world(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(BrowserWorld.class, key -> BrowserWorld.start(), BrowserWorld.class);
  }
}
