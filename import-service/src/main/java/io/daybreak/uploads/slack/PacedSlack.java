package io.daybreak.uploads.slack;

import io.daybreak.kit.budget.Budget;
import io.daybreak.kit.budget.BudgetExhaustedException;
import io.daybreak.kit.budget.Budgets;
import io.daybreak.kit.budget.CallRefusedException;
import io.daybreak.kit.work.Claim;
import io.daybreak.uploads.slack.SlackGateway.UploadPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Slack for everybody else: every call waits for its turn, in the whole cluster. A 429 is a
 * refusal, so the call waits for another turn, a bounded number of times.
 */
@ApplicationScoped
public class PacedSlack {

  private static final int BURST = 20;

  private final SlackGateway gateway;
  private final Budgets budgets;
  private final SlackConfig config;

  PacedSlack(SlackGateway gateway, Budgets budgets, SlackConfig config) {
    this.gateway = gateway;
    this.budgets = budgets;
    this.config = config;
  }

  /** What Slack knows of a file when it is ready, or after a bounded number of looks. */
  public SlackFile readyFile(String fileId, String channelId) {
    SlackFile file = fileInfo(fileId, channelId);
    for (int look = 1; look < config.looks() && !file.ready(); look++) {
      LockSupport.parkNanos(config.pauseBetweenLooks().toNanos());
      file = fileInfo(fileId, channelId);
    }
    return file;
  }

  /** What Slack knows of a file now. */
  public SlackFile fileInfo(String fileId, String channelId) {
    return call("files.info", () -> gateway.fileInfo(fileId, channelId));
  }

  /** Reads a file's content while it arrives. */
  public <T> T content(SlackFile file, ContentReader<T> reader) {
    return gateway.content(file, reader);
  }

  /** What a message needs to know of its turn. */
  public interface Turn {

    /** What lets this process send the message. */
    Claim<?> claim();

    /**
     * The turn has come.
     *
     * @throws io.daybreak.kit.work.ClaimLostException if the message is not to be sent after all
     */
    void begin();

    /** Slack answered 429: the message was not sent, and waits for another turn. */
    void refused();
  }

  /** Sends a message to a channel, or a thread of it, at its turn; answers its timestamp. */
  public Optional<String> post(
      String channelId, @Nullable String threadTs, String text, Turn turn) {
    return atTurn(channelId, turn, () -> gateway.post(channelId, threadTs, text));
  }

  /** What became of a message with a file. */
  public enum Shown {
    /** Another instance sends it. */
    NOT_OURS,
    /** People see it. */
    YES,
    /** Slack has accepted it, and does not show it in the channel. */
    NO
  }

  /**
   * The same with a file that people can open; the message is the last of its three calls. Slack
   * may accept a file and never share it, so that is looked up.
   */
  public Shown postWithFile(
      String channelId,
      @Nullable String threadTs,
      String text,
      String fileName,
      byte[] content,
      Turn turn) {
    UploadPlace place =
        budgets.call(
            turn.claim(),
            calls("files.getUploadURLExternal"),
            () -> gateway.place(fileName, content.length));
    turn.claim().check();
    gateway.fill(place, content);
    Optional<String> sent =
        atTurn(
            channelId,
            turn,
            () -> {
              gateway.share(place, fileName, channelId, threadTs, text);
              return place.fileId();
            });
    return sent.isEmpty() ? Shown.NOT_OURS : shown(place.fileId(), channelId);
  }

  /** A message that stands in for one that was not shown; its turn was taken before. */
  public String postInstead(
      Claim<?> claim, String channelId, @Nullable String threadTs, String text) {
    return budgets.call(
        claim, List.of(messages(channelId)), () -> gateway.post(channelId, threadTs, text));
  }

  /** What cannot be looked up counts as shown, so that nothing is said twice. */
  private Shown shown(String fileId, String channelId) {
    try {
      return readyFile(fileId, channelId).threadTs() == null ? Shown.NO : Shown.YES;
    } catch (SlackException | BudgetExhaustedException | TimeoutException e) {
      return Shown.YES;
    }
  }

  private Optional<String> atTurn(String channelId, Turn turn, Supplier<String> call) {
    return budgets.call(
        turn.claim(),
        List.of(messages(channelId)),
        () -> {
          turn.begin();
          try {
            return Optional.of(call.get());
          } catch (CallRefusedException e) {
            turn.refused();
            throw e;
          }
        });
  }

  private <T> T call(String method, Supplier<T> call) {
    return budgets.call(calls(method), call);
  }

  private List<Budget> calls(String method) {
    return List.of(Budget.perMinute("slack:" + method, config.callsPerMinute(), BURST));
  }

  private Budget messages(String channelId) {
    return Budget.perSecond("slack:messages:" + channelId, config.messagesPerSecond());
  }
}
