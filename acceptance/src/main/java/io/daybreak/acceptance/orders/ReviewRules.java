package io.daybreak.acceptance.orders;

import io.vertx.core.json.JsonObject;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant decides about review mails, as order-service's API takes it.
 *
 * @param trigger CREATED, PAID, FULFILLED or DELIVERED
 * @param sendTime time of day in Seoul; null sends at any
 */
public record ReviewRules(
    String trigger,
    int delayDays,
    @Nullable LocalTime sendTime,
    String language,
    int mailsPer30Days,
    int daysBetween,
    int oldestOrderDays) {

  /** A mail in Korean the moment the parcel leaves, and nothing that holds it back. */
  public static ReviewRules atOnce() {
    return new ReviewRules("FULFILLED", 0, null, "KO", 30, 0, 60);
  }

  public ReviewRules after(int days) {
    return new ReviewRules(
        trigger, days, sendTime, language, mailsPer30Days, daysBetween, oldestOrderDays);
  }

  public ReviewRules on(String event) {
    return new ReviewRules(
        event, delayDays, sendTime, language, mailsPer30Days, daysBetween, oldestOrderDays);
  }

  public ReviewRules capped(int mails, int days) {
    return new ReviewRules(trigger, delayDays, sendTime, language, mails, days, oldestOrderDays);
  }

  /**
   * @param tongue KO or EN
   */
  public ReviewRules in(String tongue) {
    return new ReviewRules(
        trigger, delayDays, sendTime, tongue, mailsPer30Days, daysBetween, oldestOrderDays);
  }

  JsonObject toJson() {
    return new JsonObject()
        .put(
            "sender",
            new JsonObject()
                .put("name", language.equals("KO") ? "데이브레이크 차" : "Daybreak Tea")
                .put("address", "tea@daybreak.example")
                .put("replyTo", "hello@daybreak.example"))
        .put("language", language)
        .put("trigger", trigger)
        .put("delayDays", delayDays)
        .put("sendTime", sendTime == null ? null : sendTime.toString())
        .put("timeZone", "Asia/Seoul")
        .put(
            "caps",
            new JsonObject()
                .put("mailsPer30Days", mailsPer30Days)
                .put("daysBetween", daysBetween)
                .put("oldestOrderDays", oldestOrderDays)
                .put("onlyWithConsent", false));
  }
}
