package io.daybreak.simulators.mail.smtp;

import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A key and a certificate that it signed itself, for 127.0.0.1 and localhost, good for a day. The
 * JDK makes certificates only by its tool.
 *
 * @param keyStore PKCS 12 with key and certificate
 * @param certificate the certificate in PEM, for clients to trust
 */
public record TlsIdentity(Path keyStore, Path certificate) {

  private static final String PASSWORD = "local-stack";
  private static final String ALIAS = "smtp";

  /** Makes a new identity in this folder. */
  public static TlsIdentity create(Path folder) throws IOException, InterruptedException {
    var identity = new TlsIdentity(folder.resolve("smtp.p12"), folder.resolve("smtp.pem"));
    keytool(
        identity.keyStore,
        List.of(
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-validity",
            "1",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1"));
    keytool(
        identity.keyStore,
        List.of("-exportcert", "-rfc", "-alias", ALIAS, "-file", identity.certificate.toString()));
    return identity;
  }

  KeyCertOptions keyOptions() {
    return new PfxOptions().setPath(keyStore.toString()).setPassword(PASSWORD);
  }

  private static void keytool(Path keyStore, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(
        List.of("-keystore", keyStore.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    Path output = Files.createTempFile(keyStore.toAbsolutePath().getParent(), "keytool", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("keytool made no certificate: " + Files.readString(output));
    }
    Files.delete(output);
  }
}
