package io.daybreak.kit.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@TestProfile(DoorTest.Narrow.class)
class DoorTest {

  @TestHTTPResource URL service;

  @Test
  void aLargeBodyWithoutATokenIsRefusedUnread() throws IOException {
    try (Socket socket = begin("/access/everybody", 2_001)) {
      assertThat(answer(socket)).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void heldUploadsAreBoundedTogetherAndEndByThemselves() throws IOException {
    List<Socket> held = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      held.add(begin("/access/everybody", 2_000));
    }

    await("the sixth finds no room")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              try (Socket socket = begin("/access/everybody", 2_000)) {
                assertThat(answer(socket)).startsWith("HTTP/1.1 503").contains("Retry-After");
              }
            });
    given().get("/q/health/live").then().statusCode(200);

    for (Socket socket : held) {
      socket.setSoTimeout(60_000);
      assertThat(socket.getInputStream().readAllBytes()).as("closed, not answered").isEmpty();
      socket.close();
    }
    try (Socket socket = begin("/access/everybody", 2_000)) {
      socket.getOutputStream().write(new byte[2_000]);
      assertThat(answer(socket)).doesNotStartWith("HTTP/1.1 503");
    }
  }

  private Socket begin(String path, int length) throws IOException {
    Socket socket = new Socket(service.getHost(), service.getPort());
    socket
        .getOutputStream()
        .write(
            "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, length)
                .getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    socket.setSoTimeout(60_000);
    byte[] bytes = new byte[1_000];
    int read = socket.getInputStream().read(bytes);
    return new String(bytes, 0, Math.max(0, read), StandardCharsets.US_ASCII);
  }

  /** Little of everything. */
  public static class Narrow implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "daybreak.door.public-body", "2000",
          "daybreak.door.public-bytes-in-flight", "10000",
          "daybreak.door.public-body-time", "20s");
    }
  }
}
