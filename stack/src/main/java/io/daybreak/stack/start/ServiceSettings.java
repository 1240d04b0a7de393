package io.daybreak.stack.start;

import io.daybreak.simulators.access.TokenIssuer;
import io.daybreak.simulators.identity.SignInSimulator;
import io.daybreak.simulators.s3.S3Simulator;
import io.daybreak.stack.embedded.LocalQueues;
import io.daybreak.stack.service.ServiceName;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the services are told: only addresses and credentials, since they do not know that they talk
 * to simulators. Each service gets a file, which an IDE or a native executable can be given as well
 * ({@code SMALLRYE_CONFIG_LOCATIONS}).
 */
final class ServiceSettings {

  /** Above a service's own application.properties (250), below its environment (300). */
  private static final String ORDINAL = "275";

  private final OutsideWorld outside;
  private final Addresses addresses;
  private final String secretsKey = newSecretsKey();

  ServiceSettings(OutsideWorld outside, Addresses addresses) {
    this.outside = outside;
    this.addresses = addresses;
  }

  /** Writes the service's file. */
  Path write(ServiceName service, Map<String, String> additions, Path file) throws IOException {
    Properties properties = new Properties();
    properties.put("config_ordinal", ORDINAL);
    properties.put("quarkus.http.host", "127.0.0.1");
    if (service != ServiceName.CONSOLE) {
      properties.putAll(shared(service));
    }
    properties.putAll(own(service));
    properties.putAll(additions);
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, service.module() + " in the local stack");
    }
    return file;
  }

  private Map<String, String> shared(ServiceName service) {
    String database = service.shortName();
    Map<String, String> settings = new TreeMap<>();
    // A stop waits for the receive under way; here nobody wants to wait 20 s.
    settings.put("daybreak.queues.long-poll", "2s");
    settings.put("quarkus.log.console.json.enabled", "false");
    settings.put("quarkus.datasource.reactive.url", outside.databases().reactiveUrl(database));
    settings.put("quarkus.datasource.jdbc.url", outside.databases().jdbcUrl(database));
    settings.put("quarkus.datasource.username", database);
    settings.put("quarkus.datasource.password", database);
    settings.put("quarkus.sqs.endpoint-override", outside.queues().endpoint().toString());
    settings.put("quarkus.sqs.aws.region", LocalQueues.REGION);
    settings.put("quarkus.sqs.aws.credentials.type", "static");
    settings.put("quarkus.sqs.aws.credentials.static-provider.access-key-id", "local");
    settings.put("quarkus.sqs.aws.credentials.static-provider.secret-access-key", "local");
    settings.put("mp.jwt.verify.publickey.location", outside.publicKey().toUri().toString());
    settings.put("mp.jwt.verify.issuer", TokenIssuer.ISSUER);
    settings.put("mp.jwt.verify.audiences", TokenIssuer.AUDIENCE);
    settings.put("daybreak.secrets.current", "local");
    settings.put("daybreak.secrets.keys.local", secretsKey);
    return settings;
  }

  private Map<String, String> own(ServiceName service) {
    return switch (service) {
      case IMPORT -> imports();
      case SHEET ->
          Map.of(
              "daybreak.google.base-url", outside.simulators().sheets().url().toString(),
              "daybreak.google.credentials-file", outside.googleKeyFile().toString(),
              "daybreak.organisations.home", addresses.of(ServiceName.IMPORT).toString(),
              // On a laptop everybody may try every spreadsheet.
              "daybreak.spreadsheets.proof", "none");
      case ORDER -> order();
      case CONSOLE -> console();
    };
  }

  private Map<String, String> imports() {
    Simulators simulators = outside.simulators();
    Map<String, String> settings = new TreeMap<>();
    settings.put("daybreak.spreadsheets.proof", "none");
    settings.put("daybreak.spreadsheets.service", addresses.of(ServiceName.SHEET).toString());
    settings.put("daybreak.telling.console-url", addresses.of(ServiceName.CONSOLE).toString());
    settings.put("daybreak.naver.base-url", simulators.naver().url().toString());
    settings.put("daybreak.slack.base-url", simulators.slack().baseUrl().toString());
    settings.put("daybreak.slack.bot-token", simulators.slack().app().botToken());
    settings.put("daybreak.slack.signing-secret", simulators.slack().app().signingSecret());
    settings.put("quarkus.s3.endpoint-override", simulators.s3().baseUrl().toString());
    settings.put("quarkus.s3.aws.credentials.type", "static");
    settings.put(
        "quarkus.s3.aws.credentials.static-provider.access-key-id", S3Simulator.ACCESS_KEY);
    settings.put(
        "quarkus.s3.aws.credentials.static-provider.secret-access-key", S3Simulator.SECRET_KEY);
    settings.put("daybreak.csv.configuration-bucket", SampleTables.CODE_BUCKET);
    settings.put("daybreak.csv.glue-endpoint", simulators.glue().baseUrl().toString());
    settings.put("daybreak.csv.glue-access-key", S3Simulator.ACCESS_KEY);
    settings.put("daybreak.csv.glue-secret-key", S3Simulator.SECRET_KEY);
    return settings;
  }

  private Map<String, String> order() {
    Map<String, String> settings = new TreeMap<>();
    settings.put(
        "daybreak.shopify.base-url",
        outside.simulators().shopify().baseUrl().resolve("/") + "{shop}");
    settings.put("daybreak.orders.public-url", addresses.of(ServiceName.ORDER).toString());
    settings.put("quarkus.mailer.host", "127.0.0.1");
    settings.put("quarkus.mailer.port", Integer.toString(outside.mail().smtp().port()));
    settings.put("quarkus.mailer.start-tls", "REQUIRED");
    // A TLS configuration would else mean TLS from the first byte, without STARTTLS.
    settings.put("quarkus.mailer.tls", "false");
    settings.put("quarkus.mailer.tls-configuration-name", "mail");
    settings.put("quarkus.tls.mail.trust-store.pem.certs", outside.mail().certificate().toString());
    return settings;
  }

  private Map<String, String> console() {
    SignInSimulator signIn = outside.simulators().signIn();
    Map<String, String> settings = new TreeMap<>();
    settings.put("quarkus.oidc.auth-server-url", signIn.url().toString());
    settings.put("quarkus.oidc.token.issuer", TokenIssuer.ISSUER);
    settings.put("quarkus.oidc.client-id", signIn.client().id());
    settings.put("quarkus.oidc.credentials.secret", signIn.client().secret());
    settings.put("daybreak.console.session-secret", newSecretsKey());
    // Safari keeps no secure cookie of an address without TLS, not even of its own machine.
    settings.put("daybreak.console.secure-cookies", "false");
    settings.put("quarkus.log.console.json.enabled", "false");
    for (ServiceName service : ServiceName.BEHIND_THE_CONSOLE) {
      settings.put(
          "daybreak.console.services." + service.module(), addresses.of(service).toString());
    }
    return settings;
  }

  /** 256 bits for AES-GCM, new with every start, as the database is. */
  private static String newSecretsKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
