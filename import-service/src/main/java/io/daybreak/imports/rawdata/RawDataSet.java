package io.daybreak.imports.rawdata;

import io.daybreak.imports.format.Format;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.ParamDef;
import org.jspecify.annotations.Nullable;

/** What a person defined: which account's data, in which format, in which spreadsheet. */
@Entity
@Table(name = "raw_data")
@DynamicUpdate
@FilterDef(
    name = RawDataSet.OF_FORMAT,
    parameters = @ParamDef(name = "format", type = String.class),
    defaultCondition = "{alias}.format = :format")
@Filter(name = RawDataSet.OF_FORMAT, deduceAliasInjectionPoints = false)
@FilterDef(
    name = RawDataSet.IN_STATE,
    parameters = @ParamDef(name = "code", type = Integer.class),
    defaultCondition =
        "{alias}.newest_run_id in (select newest.id from run newest where newest.state = :code)")
@Filter(name = RawDataSet.IN_STATE, deduceAliasInjectionPoints = false)
@FilterDef(
    name = RawDataSet.MATCHING,
    parameters = @ParamDef(name = "text", type = String.class),
    defaultCondition =
        """
        (position(lower(:text) in lower({alias}.format || '_' || {alias}.customer_id)) > 0
         or position({alias}.spreadsheet_id in :text) > 0
         or exists (select 1 from ad_account account
                    where account.api_key_id = {alias}.api_key_id
                      and account.organisation_id = {alias}.organisation_id
                      and account.customer_id = {alias}.customer_id
                      and position(lower(:text) in lower(account.name)) > 0))
        """)
@Filter(name = RawDataSet.MATCHING, deduceAliasInjectionPoints = false)
class RawDataSet {

  static final String OF_FORMAT = "ofFormat";
  static final String IN_STATE = "inState";
  static final String MATCHING = "matching";

  @Id UUID id;

  /** Who made it; whose it is, is the organisation. */
  String owner;

  @Column(name = "organisation_id")
  UUID organisationId;

  @Column(name = "api_key_id")
  UUID apiKeyId;

  @Column(name = "customer_id")
  String customerId;

  /** As the organisation calls the ad account. */
  @Formula(
      """
      (select account.name from ad_account account
       where account.api_key_id = api_key_id and account.organisation_id = organisation_id
         and account.customer_id = customer_id)
      """)
  String accountName;

  @Enumerated(EnumType.STRING)
  Format format;

  @Column(name = "spreadsheet_id")
  String spreadsheetId;

  /** Google's id of the tab; written by the runs. */
  @Column(name = "tab_id", insertable = false, updatable = false)
  @Nullable Integer tabId;

  @Column(name = "template_spreadsheet_id")
  @Nullable String templateSpreadsheetId;

  @Column(name = "history_days")
  int historyDays;

  @Column(name = "update_days")
  int updateDays;

  @Column(name = "schedule_enabled")
  boolean scheduleEnabled;

  @Column(name = "created_at", insertable = false, updatable = false)
  Instant createdAt;

  @Column(name = "deleted_at")
  @Nullable Instant deletedAt;

  @Version int version;
}
