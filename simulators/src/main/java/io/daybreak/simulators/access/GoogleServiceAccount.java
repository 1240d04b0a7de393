package io.daybreak.simulators.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Map;

/**
 * The service account that sheet-service writes as; spreadsheets are shared with its e-mail
 * address.
 */
public final class GoogleServiceAccount {

  public static final String EMAIL = "sheets@daybreak-local.iam.gserviceaccount.com";

  private final KeyPair key = Pem.newKeyPair();

  public PublicKey publicKey() {
    return key.getPublic();
  }

  /**
   * Writes the key file that Google's client reads.
   *
   * @param tokenUri where the client exchanges its signed assertion for a bearer token
   */
  public Path writeKeyFile(Path file, URI tokenUri) throws IOException {
    Map<String, String> account =
        Map.of(
            "type", "service_account",
            "project_id", "daybreak-local",
            "private_key_id", "local",
            "private_key", Pem.encode("PRIVATE KEY", key.getPrivate().getEncoded()),
            "client_email", EMAIL,
            "client_id", "100000000000000000001",
            "token_uri", tokenUri.toString());
    new ObjectMapper().writeValue(file.toFile(), account);
    return file;
  }
}
