package io.daybreak.acceptance.chaos;

import java.util.List;
import java.util.Map;

/**
 * What became of the orders and mails of a run.
 *
 * @param lost orders that are not stored
 * @param doubled orders that are stored more than once
 * @param stale orders whose stored version is not Shopify's newest
 * @param mailStates review mails by state
 * @param arrived mails in the customers' mailboxes
 * @param twice customers with two mails about one order
 * @param unwanted mails that arrived although the order must have none
 * @param missing orders that must have a mail and have neither one nor a reason
 * @param lied mails that are SENT and did not arrive, or FAILED and did
 * @param unclearArrived UNCLEAR mails that did arrive; the others did not
 */
public record Verdict(
    int orders,
    List<Long> lost,
    List<Long> doubled,
    List<Long> stale,
    Map<String, Long> mailStates,
    int arrived,
    List<Long> twice,
    List<Long> unwanted,
    List<Long> missing,
    List<Long> lied,
    int unclearArrived) {

  /** Whether nothing happened that must never happen. */
  public boolean good() {
    return lost.isEmpty()
        && doubled.isEmpty()
        && stale.isEmpty()
        && twice.isEmpty()
        && unwanted.isEmpty()
        && missing.isEmpty()
        && lied.isEmpty();
  }

  long mails(String state) {
    return mailStates.getOrDefault(state, 0L);
  }
}
