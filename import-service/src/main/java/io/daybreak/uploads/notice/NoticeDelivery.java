package io.daybreak.uploads.notice;

import io.daybreak.kit.work.Claim;
import io.daybreak.uploads.CsvConfig;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.slack.PacedSlack;
import io.daybreak.uploads.slack.PacedSlack.Shown;
import io.daybreak.uploads.slack.SlackException;
import io.daybreak.uploads.upload.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends the message about a claimed upload, and notes the outcome. */
@ApplicationScoped
class NoticeDelivery {

  /** Wrong rows in the text where Slack does not show the list; the console has more. */
  private static final int ROWS_INSTEAD_OF_A_FILE = 20;

  private final NoticeClaims claims;
  private final PacedSlack slack;
  private final CsvConfig config;

  NoticeDelivery(NoticeClaims claims, PacedSlack slack, CsvConfig config) {
    this.claims = claims;
    this.slack = slack;
    this.config = config;
  }

  /** Sends the message. */
  void deliver(Claim<Upload> claim) {
    Upload upload = claim.work();
    Sending sending = new Sending(claim);
    try {
      Optional<String> sent = send(upload, sending);
      claims.sent(claim, sent.orElse(null));
    } catch (SlackException e) {
      if (e.kind() == SlackException.Kind.UNAVAILABLE && sending.begun.get()) {
        claims.unclear(claim, "Slack: " + e.getMessage());
      } else if (e.kind() == SlackException.Kind.UNAVAILABLE) {
        throw e; // nothing was sent: it waits
      } else {
        claims.refused(claim, "Slack: " + e.getMessage());
      }
    } catch (TimeoutException e) {
      if (sending.begun.get()) {
        claims.unclear(claim, "Slack did not answer in time");
      } else {
        throw e;
      }
    }
  }

  private Optional<String> send(Upload upload, Sending sending) {
    String text = NoticeText.of(upload, config.badRowsListed());
    if (upload.badRowCount() <= config.badRowsListed()) {
      return slack.post(upload.channelId(), thread(upload), text, sending);
    }
    Shown shown =
        slack.postWithFile(
            upload.channelId(),
            thread(upload),
            text,
            WrongRowsFile.name(upload),
            WrongRowsFile.content(upload),
            sending);
    if (shown != Shown.NO) {
      return Optional.empty();
    }
    String listed = NoticeText.withRows(upload, ROWS_INSTEAD_OF_A_FILE);
    return Optional.of(
        slack.postInstead(sending.claim(), upload.channelId(), thread(upload), listed));
  }

  /** The thread of a deleted file's message is gone with it. */
  private static @Nullable String thread(Upload upload) {
    return upload.error() != null && upload.error().kind() == ErrorKind.FILE_DELETED
        ? null
        : upload.threadTs();
  }

  private final class Sending implements PacedSlack.Turn {

    private final Claim<Upload> claim;
    private final AtomicBoolean begun = new AtomicBoolean();

    Sending(Claim<Upload> claim) {
      this.claim = claim;
    }

    @Override
    public Claim<Upload> claim() {
      return claim;
    }

    @Override
    public void begin() {
      claims.sending(claim);
      begun.set(true);
    }

    @Override
    public void refused() {
      claims.waitingAgain(claim);
      begun.set(false);
    }
  }
}
