package io.daybreak.orders.testing;

import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The service with a mail server of its own, and settings that stand above those of others. */
public abstract class MailServerProfile implements QuarkusTestProfile {

  private final Map<String, String> settings;

  protected MailServerProfile(Map<String, String> settings) {
    this.settings = settings;
  }

  @Override
  public boolean disableGlobalTestResources() {
    return true; // they are here, configured otherwise
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(EmbeddedServices.class),
        new TestResourceEntry(ShopifyWire.class),
        new TestResourceEntry(MailServer.class, settings));
  }
}
