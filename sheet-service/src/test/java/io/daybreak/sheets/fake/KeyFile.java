package io.daybreak.sheets.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The key file of a service account that exists nowhere. */
public final class KeyFile {

  public static final String EMAIL = "sheets@daybreak-test.iam.gserviceaccount.com";

  private KeyFile() {}

  /**
   * @param google whose {@code /token} gives the tokens
   */
  public static Path write(URI google) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      String key =
          Base64.getMimeEncoder()
              .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
      Path file = Files.createTempFile("service-account", ".json");
      file.toFile().deleteOnExit();
      new ObjectMapper()
          .writeValue(
              file.toFile(),
              Map.of(
                  "type", "service_account",
                  "project_id", "daybreak-test",
                  "private_key_id", "test",
                  "private_key",
                      "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n",
                  "client_email", EMAIL,
                  "client_id", "1",
                  "token_uri", google.resolve("/token").toString()));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
