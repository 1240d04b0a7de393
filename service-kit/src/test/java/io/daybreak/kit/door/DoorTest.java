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
    List<Socket> opened = new ArrayList<>();
    // Not the sixth by its number: the server may look at them in any order, and slowly.
    await("there is no room for all")
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              opened.add(begin("/access/everybody", 2_000));
              return anyAnswered(opened);
            });
    given().get("/q/health/live").then().statusCode(200);

    List<String> answers = new ArrayList<>();
    for (Socket socket : opened) {
      answers.add(everything(socket));
    }
    assertThat(answers)
        .as("refused at once, or closed after a while and not answered")
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .satisfiesAnyOf(
                        text -> assertThat(text).isEmpty(),
                        text ->
                            assertThat(text).startsWith("HTTP/1.1 503").contains("Retry-After")));
    assertThat(answers)
        .as("as many as have room were held")
        .filteredOn(String::isEmpty)
        .hasSizeGreaterThanOrEqualTo(5);
    await("their room is free again")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              try (Socket socket = begin("/access/everybody", 2_000)) {
                socket.getOutputStream().write(new byte[2_000]);
                assertThat(answer(socket)).startsWith("HTTP/1.1 200");
              }
            });
  }

  private static boolean anyAnswered(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      if (socket.getInputStream().available() > 0) {
        return true;
      }
    }
    return false;
  }

  private static String everything(Socket socket) throws IOException {
    try (socket) {
      socket.setSoTimeout(60_000);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
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
