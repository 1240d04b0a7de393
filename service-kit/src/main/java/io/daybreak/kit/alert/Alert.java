package io.daybreak.kit.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a rule that has fired.
 *
 * @param since since when the state is what it is
 * @param finding the last one that fired
 * @param told whether people were told of this firing
 * @param toldAt when they were last told that the rule fires
 * @param version of the row; 0 before there is one
 */
record Alert(
    String rule,
    AlertState state,
    Instant since,
    Finding finding,
    boolean told,
    @Nullable Instant toldAt,
    long version) {

  /** What is known of a rule that never fired. */
  static Alert quiet(String rule) {
    return new Alert(rule, AlertState.RESOLVED, Instant.EPOCH, Finding.NONE, false, null, 0);
  }

  /**
   * What becomes of it by a finding. People are told of a firing at once unless they were told of
   * one within the quiet period, again when it lasts for longer than that, and of the end of every
   * firing that they were told of.
   */
  Change on(Finding found, Instant now, Duration quietPeriod) {
    if (found.firing()) {
      return firing(found, now, quietPeriod);
    }
    return state == AlertState.RESOLVED
        ? new Change(this, Change.Announcement.NOTHING)
        : new Change(
            new Alert(rule, AlertState.RESOLVED, now, finding, false, toldAt, version),
            told ? Change.Announcement.RECOVERY : Change.Announcement.NOTHING);
  }

  private Change firing(Finding found, Instant now, Duration quietPeriod) {
    boolean began = state == AlertState.RESOLVED;
    boolean quiet = toldAt != null && now.isBefore(toldAt.plus(quietPeriod));
    Alert next =
        new Alert(
            rule,
            AlertState.FIRING,
            began ? now : since,
            found,
            !quiet || (told && !began),
            quiet ? toldAt : now,
            version);
    return new Change(next, quiet ? Change.Announcement.NOTHING : Change.Announcement.FIRING);
  }
}
