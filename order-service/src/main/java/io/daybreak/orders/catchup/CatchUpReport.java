package io.daybreak.orders.catchup;

import io.daybreak.orders.reviewmail.MissedMail;
import io.daybreak.orders.reviewmail.SkipReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a catch-up found.
 *
 * @param dryRun whether it only looked
 * @param looked orders without the mail they might have had
 * @param planned how many of them get it, or in a dry run would
 * @param notYet how many wait for the event that the mail follows
 * @param skipped how many a rule still speaks against, by reason
 * @param unclear mails that perhaps were sent, and wait for a person
 * @param mails the first {@value #LISTED} of the planned ones
 */
public record CatchUpReport(
    Instant since,
    boolean dryRun,
    long looked,
    long planned,
    long notYet,
    Map<SkipReason, Long> skipped,
    long unclear,
    List<Planned> mails) {

  static final int LISTED = 500;

  /**
   * @param before what the history said until now, null if nothing
   */
  public record Planned(
      String shop, String orderId, String orderName, @Nullable String before, Instant dueAt) {}

  /** Counts while the catch-up goes on. */
  static final class Builder {

    private final Instant since;
    private final boolean dryRun;
    private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    private final List<Planned> mails = new ArrayList<>();
    private long looked;
    private long planned;
    private long notYet;

    Builder(Instant since, boolean dryRun) {
      this.since = since;
      this.dryRun = dryRun;
    }

    void add(List<MissedMail> found) {
      found.forEach(this::add);
    }

    private void add(MissedMail mail) {
      looked++;
      Instant dueAt = mail.dueAt();
      SkipReason reason = mail.stillSkipped();
      if (dueAt != null) {
        planned++;
        if (mails.size() < LISTED) {
          mails.add(
              new Planned(mail.shop(), mail.orderId(), mail.orderName(), mail.before(), dueAt));
        }
      } else if (reason != null) {
        skipped.merge(reason, 1L, Long::sum);
      } else {
        notYet++;
      }
    }

    CatchUpReport build(long unclear) {
      return new CatchUpReport(
          since, dryRun, looked, planned, notYet, skipped, unclear, List.copyOf(mails));
    }
  }
}
