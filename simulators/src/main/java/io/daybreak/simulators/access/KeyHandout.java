package io.daybreak.simulators.access;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.RequestHead;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.kernel.Simulation;
import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.kernel.SimulatorServer;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Hands out the keys of this start to services that cannot read its files because they run in other
 * containers. They are good for nothing but this stack's simulators.
 */
public final class KeyHandout implements Simulation, AutoCloseable {

  /** The key that tokens are verified with. */
  public static final String TOKEN_KEY = "/token-key.pem";

  /** The key file that sheet-service signs in to Google with. */
  public static final String GOOGLE_KEY = "/google-service-account.json";

  private final Routes routes = new Routes();
  private final SimulatorServer server;

  private KeyHandout(int port, Path tokenKey, Path googleKey) throws IOException {
    String token = Files.readString(tokenKey);
    String google = Files.readString(googleKey);
    routes.get(TOKEN_KEY, call -> Answer.text(200, "application/x-pem-file", token));
    routes.get(GOOGLE_KEY, call -> Answer.json(200, google));
    this.server = SimulatorServer.start(new SimulatorOptions("keys", port, 0), this);
  }

  public static KeyHandout start(int port, Path tokenKey, Path googleKey) throws IOException {
    return new KeyHandout(port, tokenKey, googleKey);
  }

  /** Without a slash at the end. */
  public URI url() {
    return server.baseUrl();
  }

  @Override
  public Map<String, String> identify(RequestHead head) {
    return Map.of();
  }

  @Override
  public Answer answer(Call call) {
    return routes.answer(call).orElseGet(() -> refusal(404));
  }

  @Override
  public Answer.Whole refusal(int status) {
    return new Answer.Whole(status, Map.of(), Buffer.buffer());
  }

  @Override
  public Routes control() {
    return new Routes();
  }

  @Override
  public void close() {
    server.close();
  }
}
