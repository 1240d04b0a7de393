package io.daybreak.orders.shop;

import io.daybreak.orders.smtp.Mailbox;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant decides about review mails. Changes hold for mails that are planned from then on,
 * except the guards, which are checked again before each mail.
 *
 * @param trigger event from which the delay counts
 * @param delayDays days from the trigger to the mail, 0 to 90
 * @param sendTime wall clock time of the mail in {@code timeZone}; null sends as soon as the delay
 *     is over
 * @param caps what holds a mail back
 * @param reminderDays days from the request to the reminder; null sends no reminder
 * @param reviewLink page where the customer writes the review, {@code {order}} stands for the
 *     order's id, {@code {token}} for what proves that the customer has the order's mail; null uses
 *     the product's own page
 * @param fallbackDays days after which a parcel counts as delivered where no carrier tells, as with
 *     pickup or without tracking; null waits for a carrier's word
 */
public record ShopSettings(
    @NotNull @Valid Sender sender,
    @NotNull Language language,
    @NotNull MailTrigger trigger,
    @Min(0) @Max(90) int delayDays,
    @Nullable LocalTime sendTime,
    @NotNull ZoneId timeZone,
    @NotNull @Valid Caps caps,
    @Nullable @Min(1) @Max(90) Integer reminderDays,
    @Nullable
        @Size(max = 500)
        @Pattern(
            regexp = "https?://[^\\s\"<>{}/]+(?:/(?:[^\\s\"<>{}]|\\{order}|\\{token})*)?",
            message =
                "is a web address; in its path it may hold {order} and {token}, nothing else in braces")
        String reviewLink,
    @Nullable @Min(1) @Max(90) Integer fallbackDays) {

  /** A mail that waits out its delay must not thereby become too old. */
  @AssertTrue(message = "oldestOrderDays has to exceed delayDays")
  boolean isReachable() {
    return caps == null || caps.oldestOrderDays() > delayDays;
  }

  /** The caps count the request as well: they must leave room for its reminder. */
  @AssertTrue(
      message = "reminderDays has to exceed daysBetween, and up to 30 takes two mails in 30 days")
  boolean isReminderPossible() {
    return reminderDays == null
        || caps == null
        || reminderDays > caps.daysBetween() && (reminderDays > 30 || caps.mailsPer30Days() > 1);
  }

  /**
   * Whom the mail comes from.
   *
   * @param name shown to the customer, and the shop's name in the product's own texts
   * @param replyTo where answers go; null lets them go to the address
   */
  public record Sender(
      @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*") String name,
      @NotNull @Mailbox String address,
      @Nullable @Mailbox String replyTo) {}

  /**
   * What holds a mail back.
   *
   * @param mailsPer30Days most mails one customer gets in 30 days, 1 to 30
   * @param daysBetween least days between two mails to one customer, 0 to 90
   * @param oldestOrderDays age of an order, in days, from which it gets no mail, 1 to 730
   * @param onlyWithConsent whether only customers who accept marketing get mail
   */
  public record Caps(
      @Min(1) @Max(30) int mailsPer30Days,
      @Min(0) @Max(90) int daysBetween,
      @Min(1) @Max(730) int oldestOrderDays,
      boolean onlyWithConsent) {}
}
