package io.daybreak.simulators.naver.access;

import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.Accounts;
import io.daybreak.simulators.naver.refusal.GatewayRefusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Lets a call in or refuses it, in this order: address rate, missing header, API key, timestamp,
 * signature, customer, customer's and key's rate. NAVER does not document its order; this one never
 * tells a stranger more than that he is a stranger.
 */
public final class Gate {

  /** About a minute of skew fails: searchad-apidoc issues 78 and 710. */
  private static final Duration LARGEST_SKEW = Duration.ofSeconds(60);

  private static final List<String> HEADERS =
      List.of("X-Timestamp", "X-API-KEY", "X-Customer", "X-Signature");

  private final Accounts accounts;
  private final Clock clock;
  private volatile RateGate rates;

  public Gate(Accounts accounts, Clock clock, RateLimits limits) {
    this.accounts = accounts;
    this.clock = clock;
    this.rates = new RateGate(limits);
  }

  /** Changes the limits; all windows begin empty. */
  public void limit(RateLimits limits) {
    rates = new RateGate(limits);
  }

  /**
   * The account the call is about.
   *
   * @throws RefusedException if the call is not let in
   */
  public Account enter(Call call) {
    rates.checkAddress(call);
    HEADERS.forEach(name -> header(call, name));
    String licence = identify(call);
    String customer = header(call, "X-Customer");
    Account account =
        accounts
            .reach(licence, customer)
            .orElseThrow(() -> new RefusedException(GatewayRefusals.authFailed(licence, customer)));
    rates.checkCaller(call, licence, customer);
    return account;
  }

  /**
   * The licence of a call that is about no account, which therefore needs no customer.
   *
   * @throws RefusedException if the call is not let in
   */
  public String enterWithoutCustomer(Call call) {
    rates.checkAddress(call);
    HEADERS.stream().filter(name -> !name.equals("X-Customer")).forEach(name -> header(call, name));
    String licence = identify(call);
    rates.checkCaller(call, licence, licence);
    return licence;
  }

  private String identify(Call call) {
    String licence = header(call, "X-API-KEY");
    String secret =
        accounts
            .secretOf(licence)
            .orElseThrow(() -> new RefusedException(GatewayRefusals.invalidApiKey(licence)));
    checkTimestamp(header(call, "X-Timestamp"));
    checkSignature(call, secret);
    return licence;
  }

  private static String header(Call call, String name) {
    String value = call.header(name);
    if (value == null || value.isBlank()) {
      throw new RefusedException(GatewayRefusals.missingHeader(name));
    }
    return value;
  }

  private void checkTimestamp(String timestamp) {
    long skew;
    try {
      skew = Math.abs(Math.subtractExact(clock.millis(), Long.parseLong(timestamp)));
    } catch (NumberFormatException | ArithmeticException nonsense) {
      throw new RefusedException(GatewayRefusals.invalidTimestamp(timestamp));
    }
    if (skew > LARGEST_SKEW.toMillis()) {
      throw new RefusedException(GatewayRefusals.invalidTimestamp(timestamp));
    }
  }

  private static void checkSignature(Call call, String secret) {
    String given = header(call, "X-Signature");
    String right = Signature.of(secret, header(call, "X-Timestamp"), call.method(), call.path());
    if (!MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8))) {
      throw new RefusedException(GatewayRefusals.invalidSignature(given));
    }
  }
}
