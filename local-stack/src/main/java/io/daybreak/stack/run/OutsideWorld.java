package io.daybreak.stack.run;

import io.daybreak.stack.access.GoogleServiceAccount;
import io.daybreak.stack.access.Pem;
import io.daybreak.stack.access.TokenIssuer;
import io.daybreak.stack.outside.LocalDatabases;
import io.daybreak.stack.outside.LocalMail;
import io.daybreak.stack.outside.LocalQueues;
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
    LocalMail mail,
    Simulators simulators,
    TokenIssuer tokens,
    Path publicKey,
    Path googleKeyFile) {

  static OutsideWorld start(Workspace workspace, RunFolder folder, ClosingStack closing)
      throws IOException, SQLException, InterruptedException {
    GoogleServiceAccount account = new GoogleServiceAccount();
    Simulators simulators = closing.add(Simulators.start(account));
    LocalQueues queues = closing.add(LocalQueues.start());
    LocalMail mail = closing.add(LocalMail.start());
    LocalDatabases databases =
        closing.add(LocalDatabases.start(workspace.databaseBinaries(), folder.database()));
    TokenIssuer tokens = new TokenIssuer(Pem.newKeyPair(), Clock.systemUTC());
    return new OutsideWorld(
        databases,
        queues,
        mail,
        simulators,
        tokens,
        tokens.writePublicKey(folder.file("token-key.pem")),
        account.writeKeyFile(
            folder.file("google-service-account.json"), simulators.sheets().tokenUrl()));
  }
}
