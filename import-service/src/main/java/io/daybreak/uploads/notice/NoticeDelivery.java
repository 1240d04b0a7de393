package io.daybreak.uploads.notice;

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

/** Sends one message, claimed at the last moment before Slack is called, and notes the outcome. */
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

  /** Sends the message about an upload, unless another instance does. */
  void deliver(Upload upload) {
    Claim claim = new Claim(upload);
    try {
      Optional<String> sent = send(upload, claim);
      if (claim.begun.get()) {
        claims.sent(upload.id(), sent.orElse(null));
      }
    } catch (SlackException e) {
      if (e.kind() == SlackException.Kind.UNAVAILABLE && claim.begun.get()) {
        claims.unclear(upload.id(), "Slack: " + e.getMessage());
      } else if (e.kind() == SlackException.Kind.UNAVAILABLE) {
        throw e; // nothing was sent: it waits
      } else {
        claims.refused(upload.id(), "Slack: " + e.getMessage());
      }
    } catch (TimeoutException e) {
      if (claim.begun.get()) {
        claims.unclear(upload.id(), "Slack did not answer in time");
      } else {
        throw e;
      }
    }
  }

  private Optional<String> send(Upload upload, Claim claim) {
    String text = NoticeText.of(upload, config.badRowsListed());
    if (upload.badRowCount() <= config.badRowsListed()) {
      return slack.post(upload.channelId(), thread(upload), text, claim);
    }
    Shown shown =
        slack.postWithFile(
            upload.channelId(),
            thread(upload),
            text,
            WrongRowsFile.name(upload),
            WrongRowsFile.content(upload),
            claim);
    if (shown != Shown.NO) {
      return Optional.empty();
    }
    String listed = NoticeText.withRows(upload, ROWS_INSTEAD_OF_A_FILE);
    return Optional.of(slack.postInstead(upload.channelId(), thread(upload), listed));
  }

  /** The thread of a deleted file's message is gone with it. */
  private static @Nullable String thread(Upload upload) {
    return upload.error() != null && upload.error().kind() == ErrorKind.FILE_DELETED
        ? null
        : upload.threadTs();
  }

  private final class Claim implements PacedSlack.Turn {

    private final Upload upload;
    private final AtomicBoolean begun = new AtomicBoolean();

    Claim(Upload upload) {
      this.upload = upload;
    }

    @Override
    public boolean begin() {
      begun.set(claims.sending(upload.id()));
      return begun.get();
    }

    @Override
    public void refused() {
      claims.waitingAgain(upload.id());
      begun.set(false);
    }
  }
}
