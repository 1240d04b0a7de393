package io.daybreak.kit.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** In a cluster nobody gives the services keys of AWS; their pods' accounts are known there. */
class WebIdentityTest {

  private static final String KEYS =
      """
      <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <AssumeRoleWithWebIdentityResult><Credentials>
          <AccessKeyId>key-of-the-role</AccessKeyId>
          <SecretAccessKey>secret</SecretAccessKey>
          <SessionToken>session</SessionToken>
          <Expiration>2999-01-01T00:00:00Z</Expiration>
        </Credentials></AssumeRoleWithWebIdentityResult>
      </AssumeRoleWithWebIdentityResponse>
      """;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer sts;
  private Map<String, String> pod;

  @BeforeEach
  void aPod(@TempDir Path folder) throws IOException {
    sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    sts.createContext(
        "/",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer = KEYS.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/xml");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    sts.start();
    pod =
        Map.of(
            "aws.roleArn",
            "arn:aws:iam::123456789012:role/daybreak-import-service",
            "aws.webIdentityTokenFile",
            Files.writeString(folder.resolve("token"), "token-of-the-pod").toString(),
            "aws.region",
            "ap-northeast-2",
            "aws.endpointUrlSts",
            "http://127.0.0.1:" + sts.getAddress().getPort());
    pod.forEach(System::setProperty);
  }

  @AfterEach
  void noPod() {
    pod.keySet().forEach(System::clearProperty);
    sts.stop(0);
  }

  @Test
  void theTokenOfThePodsAccountIsExchangedForKeys() {
    AwsCredentials keys;
    try (DefaultCredentialsProvider chain = DefaultCredentialsProvider.builder().build()) {
      keys = chain.resolveCredentials();
    }

    assertThat(keys).isInstanceOf(AwsSessionCredentials.class);
    assertThat(keys.accessKeyId()).isEqualTo("key-of-the-role");
    assertThat(asked)
        .singleElement()
        .asString()
        .contains("WebIdentityToken=token-of-the-pod", "role%2Fdaybreak-import-service");
  }

  @Test
  void whatIsKeptForNativeExecutablesIsThere() throws ClassNotFoundException {
    assertThat(Class.forName(WebIdentity.EXCHANGE).getConstructors()).isNotEmpty();
  }
}
