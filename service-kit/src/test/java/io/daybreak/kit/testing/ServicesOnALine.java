package io.daybreak.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link EmbeddedServices} whose database is reached over a line that a test can cut. */
public final class ServicesOnALine implements QuarkusTestResourceLifecycleManager {

  private static final String URL = "quarkus.datasource.reactive.url";

  private static @Nullable CutLine line;

  private final EmbeddedServices services = new EmbeddedServices();

  /** The line of the running test. */
  public static CutLine line() {
    return Objects.requireNonNull(line, "no test runs with this resource");
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>(services.start());
    String address = Objects.requireNonNull(config.get(URL));
    int port = Integer.parseInt(address.replaceAll(".*:(\\d+)/.*", "$1"));
    line = new CutLine(port);
    config.put(URL, address.replace(":" + port + "/", ":" + line.port() + "/"));
    return config;
  }

  @Override
  public void stop() {
    line().close();
    services.stop();
  }
}
