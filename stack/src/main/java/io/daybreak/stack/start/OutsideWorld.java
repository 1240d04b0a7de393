package io.daybreak.stack.start;

import io.daybreak.simulators.access.GoogleServiceAccount;
import io.daybreak.simulators.access.KeyHandout;
import io.daybreak.simulators.access.Pem;
import io.daybreak.simulators.access.TokenIssuer;
import io.daybreak.simulators.kernel.Host;
import io.daybreak.simulators.kernel.Ports;
import io.daybreak.simulators.mail.Mailbox;
import io.daybreak.stack.embedded.LocalDatabases;
import io.daybreak.stack.embedded.LocalQueues;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Everything the services need and do not own.
 *
 * @param googleKeyFile key file of the service account that sheet-service writes as
 * @param publicKey PEM file that tokens are verified with
 */
public record OutsideWorld(
    LocalDatabases databases,
    LocalQueues queues,
    Mailbox mail,
    Simulators simulators,
    TokenIssuer tokens,
    Path publicKey,
    Path googleKeyFile) {

  private static final int SMTP_PORT = 2525;
  private static final int MAIL_PAGE_PORT = 8025;
  private static final int KEYS_PORT = 9109;
  private static final long SEED = 1;

  static OutsideWorld start(Workspace workspace, RunFolder folder, ClosingStack closing)
      throws IOException, SQLException, InterruptedException {
    GoogleServiceAccount account = new GoogleServiceAccount();
    TokenIssuer tokens = new TokenIssuer(Pem.newKeyPair(), Clock.systemUTC());
    Simulators simulators = closing.add(Simulators.start(account, tokens, folder.file("s3")));
    LocalQueues queues = closing.add(LocalQueues.start());
    Mailbox mail =
        closing.add(
            Mailbox.start(
                folder.folder(),
                Ports.preferably(SMTP_PORT),
                Ports.preferably(MAIL_PAGE_PORT),
                SEED));
    LocalDatabases databases =
        closing.add(LocalDatabases.start(workspace.databaseBinaries(), folder.database()));
    Path tokenKey = tokens.writePublicKey(folder.file("token-key.pem"));
    Path googleKey =
        account.writeKeyFile(
            folder.file("google-service-account.json"), simulators.sheets().tokenUrl());
    if (Host.isShared()) {
      closing.add(KeyHandout.start(KEYS_PORT, tokenKey, googleKey));
    }
    return new OutsideWorld(databases, queues, mail, simulators, tokens, tokenKey, googleKey);
  }
}
