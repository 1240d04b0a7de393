package io.daybreak.simulators.mail.smtp;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which commands a fault befalls.
 *
 * @param recipient part of the recipient's address; null for any. A recipient is known from RCPT on
 * @param count how many commands suffer at most
 * @param probability that a matching command suffers, 0 to 1
 */
public record SmtpFaultRule(
    SmtpPhase phase, @Nullable String recipient, long count, double probability, SmtpFault fault) {

  /** Every time. */
  public static SmtpFaultRule at(SmtpPhase phase, SmtpFault fault) {
    return new SmtpFaultRule(phase, null, Long.MAX_VALUE, 1, fault);
  }

  public SmtpFaultRule to(String address) {
    return new SmtpFaultRule(phase, address, count, probability, fault);
  }

  public SmtpFaultRule times(long most) {
    return new SmtpFaultRule(phase, recipient, most, probability, fault);
  }

  public SmtpFaultRule withProbability(double part) {
    return new SmtpFaultRule(phase, recipient, count, part, fault);
  }

  boolean matches(SmtpPhase now, String address) {
    return phase == now && (recipient == null || address.contains(recipient));
  }

  /** Reads {@code {"phase":"message","recipient":"a@","count":1,"probability":1,"fault":…}}. */
  public static SmtpFaultRule of(JsonObject json) {
    return new SmtpFaultRule(
        SmtpPhase.valueOf(json.getString("phase", "message").toUpperCase(Locale.ROOT)),
        json.getString("recipient"),
        json.getLong("count", Long.MAX_VALUE),
        json.getDouble("probability", 1.0),
        SmtpFault.of(json));
  }
}
