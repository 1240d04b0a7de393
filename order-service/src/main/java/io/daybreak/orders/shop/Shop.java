package io.daybreak.orders.shop;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shop as people edit it. What sends mails reads the same row by SQL. */
@Entity
public class Shop extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public @Nullable Long id;

  @Version public int version;

  public String domain;
  public String owner;

  @Column(name = "organisation_id")
  public UUID organisationId;

  @Column(name = "access_code")
  public String accessCode;

  @Column(name = "api_token")
  public @Nullable String apiToken;

  /** Of the app that the shop's organisation has made; its secret is {@link #webhookSecret}. */
  @Column(name = "client_id")
  public @Nullable String clientId;

  @Column(name = "webhook_secret")
  public String webhookSecret;

  @Column(name = "previous_webhook_secret")
  public @Nullable String previousWebhookSecret;

  @Column(name = "sender_name")
  public String senderName;

  @Column(name = "sender_address")
  public String senderAddress;

  @Column(name = "reply_to")
  public @Nullable String replyTo;

  @Enumerated(EnumType.STRING)
  public Language language;

  @Column(name = "mail_trigger")
  @Enumerated(EnumType.STRING)
  public MailTrigger trigger;

  @Column(name = "delay_days")
  public int delayDays;

  @Column(name = "send_time")
  public @Nullable LocalTime sendTime;

  @Column(name = "time_zone")
  public String timeZone;

  @Column(name = "mails_per_30_days")
  public int mailsPer30Days;

  @Column(name = "days_between_mails")
  public int daysBetweenMails;

  @Column(name = "oldest_order_days")
  public int oldestOrderDays;

  @Column(name = "reminder_days")
  public @Nullable Integer reminderDays;

  @Column(name = "only_with_consent")
  public boolean onlyWithConsent;

  @Column(name = "fallback_days")
  public @Nullable Integer fallbackDays;

  @Column(name = "review_link")
  public @Nullable String reviewLink;

  @Column(name = "paused_at")
  public @Nullable Instant pausedAt;

  @Column(name = "uninstalled_at")
  public @Nullable Instant uninstalledAt;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;

  /** For Hibernate. */
  protected Shop() {}

  Shop(String domain, String owner, UUID organisationId, String accessCode, Instant now) {
    this.domain = domain;
    this.owner = owner;
    this.organisationId = organisationId;
    this.accessCode = accessCode;
    this.createdAt = now;
  }

  void apply(ShopSettings settings) {
    senderName = settings.sender().name();
    senderAddress = settings.sender().address();
    replyTo = settings.sender().replyTo();
    language = settings.language();
    trigger = settings.trigger();
    delayDays = settings.delayDays();
    sendTime = settings.sendTime();
    timeZone = settings.timeZone().getId();
    mailsPer30Days = settings.caps().mailsPer30Days();
    daysBetweenMails = settings.caps().daysBetween();
    oldestOrderDays = settings.caps().oldestOrderDays();
    onlyWithConsent = settings.caps().onlyWithConsent();
    reminderDays = settings.reminderDays();
    reviewLink = settings.reviewLink();
    fallbackDays = settings.fallbackDays();
  }

  ShopSettings settings() {
    return new ShopSettings(
        new ShopSettings.Sender(senderName, senderAddress, replyTo),
        language,
        trigger,
        delayDays,
        sendTime,
        ZoneId.of(timeZone),
        new ShopSettings.Caps(mailsPer30Days, daysBetweenMails, oldestOrderDays, onlyWithConsent),
        reminderDays,
        reviewLink,
        fallbackDays);
  }
}
