package io.daybreak.simulators.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.kernel.SimulatorServer;
import io.daybreak.simulators.mail.smtp.SmtpFront;
import io.daybreak.simulators.mail.smtp.TlsIdentity;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A mail server that takes every mail, delivers none, and shows what it took. */
public final class Mailbox implements AutoCloseable {

  private final GreenMail server;
  private final TlsIdentity identity;
  private final SmtpFront front;
  private final SimulatorServer page;

  private Mailbox(GreenMail server, TlsIdentity identity, SmtpFront front, int pagePort) {
    this.server = server;
    this.identity = identity;
    this.front = front;
    this.page =
        SimulatorServer.start(new SimulatorOptions("mail", pagePort, 0), new MailPage(this, front));
  }

  /**
   * @param folder where the key for STARTTLS is kept
   * @param smtpPort port of the SMTP server on loopback
   * @param pagePort port of the page that lists mails; 0 takes a free one
   * @param seed of what is random in faults
   */
  public static Mailbox start(Path folder, int smtpPort, int pagePort, long seed)
      throws IOException, InterruptedException {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    TlsIdentity identity = TlsIdentity.create(folder);
    var front = new SmtpFront(smtpPort, server.getSmtp().getPort(), identity, seed);
    return new Mailbox(server, identity, front, pagePort);
  }

  /** The way in, its faults and its journal. */
  public SmtpFront smtp() {
    return front;
  }

  /** What clients must trust to use STARTTLS, in PEM. */
  public Path certificate() {
    return identity.certificate();
  }

  /** Where the list of mails is read. */
  public URI page() {
    return page.baseUrl().resolve("/mails");
  }

  /** Everything that arrived, in order of arrival. */
  public List<ArrivedMail> mails() {
    var mails = new ArrayList<ArrivedMail>();
    for (MimeMessage message : server.getReceivedMessages()) {
      mails.add(ArrivedMail.read(mails.size() + 1, message));
    }
    return mails;
  }

  /** Forgets what arrived. */
  public void clear() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException broken) {
      throw new IllegalStateException("the mailbox cannot be emptied", broken);
    }
  }

  @Override
  public void close() {
    page.close();
    front.close();
    server.stop();
  }
}
