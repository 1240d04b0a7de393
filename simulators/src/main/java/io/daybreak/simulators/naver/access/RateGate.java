package io.daybreak.simulators.naver.access;

import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.SlidingWindow;
import io.daybreak.simulators.naver.refusal.Refusals;
import io.daybreak.simulators.naver.refusal.RefusedException;

/**
 * Refuses what comes too fast. The address is counted before anyone knows who calls; customer and
 * API key are counted only for calls that proved who they are, and only if both have room.
 */
final class RateGate {

  private final RateLimits limits;
  private final SlidingWindow addresses;
  private final SlidingWindow apiKeys;
  private final SlidingWindow reports;
  private final SlidingWindow others;

  RateGate(RateLimits limits) {
    this.limits = limits;
    this.addresses = new SlidingWindow(limits.address(), limits.window());
    this.apiKeys = new SlidingWindow(limits.apiKey(), limits.window());
    this.reports = new SlidingWindow(limits.reports(), limits.window());
    this.others = new SlidingWindow(limits.others(), limits.window());
  }

  void checkAddress(Call call) {
    if (!addresses.tryAdmit(call.head().remoteAddress(), call.arrival().nanos())) {
      throw new RefusedException(Refusals.tooManyRequestsOfAddress(limits.address()));
    }
  }

  void checkCaller(Call call, String licence, String customer) {
    long now = call.arrival().nanos();
    SlidingWindow customers = isReport(call.path()) ? reports : others;
    if (!apiKeys.hasRoom(licence, now) || !customers.hasRoom(customer, now)) {
      throw new RefusedException(Refusals.tooManyRequests());
    }
    apiKeys.admit(licence, now);
    customers.admit(customer, now);
  }

  private static boolean isReport(String path) {
    return path.startsWith("/stat-reports")
        || path.startsWith("/master-reports")
        || path.equals("/report-download");
  }
}
