package io.daybreak.imports.fetch;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Tells the service where {@link FakeNaver} will listen, and makes it impatient. */
public class FakeNaverAddress implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    config.put("daybreak.naver.base-url", "http://127.0.0.1:" + freePort());
    config.put("daybreak.naver.report-calls-per-second", "200");
    config.put("daybreak.naver.other-calls-per-second", "200");
    config.put("daybreak.naver.calls-per-second-and-key", "200");
    config.put("daybreak.naver.calls-per-second-and-address", "400");
    config.put("daybreak.reports.shortest-pause", "20ms");
    config.put("daybreak.reports.jobs-ahead", "6");
    Stream.of(
            "orderReport",
            "reports",
            "downloadReport",
            "deleteReport",
            "campaigns",
            "adGroups",
            "keywords")
        .map(
            "quarkus.fault-tolerance.\"io.daybreak.imports.naver.NaverGateway/%s\".timeout.value"
                ::formatted)
        .forEach(key -> config.put(key, "2"));
    return config;
  }

  @Override
  public void stop() {}

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
