package io.daybreak.imports.naver;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls about one ad account. Each blocks for its turn and is made once; each throws {@link
 * NaverException} when it brings nothing.
 */
public interface NaverAccount {

  /** Ids that one call for names may carry. */
  int IDS_PER_CALL = NaverGateway.IDS_PER_CALL;

  String customerId();

  /**
   * Orders one day of a report, which NAVER then builds.
   *
   * @param reportType NAVER's name of it, {@code AD_DETAIL}
   */
  StatReport orderReport(String reportType, LocalDate day);

  /** Every report job of the account, in one call. */
  List<StatReport> reports();

  /** Reads a report while it arrives, on this thread. */
  <T> T downloadReport(URI downloadUrl, BodyReader<T> reader);

  void deleteReport(long id);

  /**
   * Orders a list of the account's entities.
   *
   * @param item NAVER's name of the kind, {@code Keyword}
   * @param from null for all that exist; else what has changed since then, deleted ones included
   */
  MasterReport orderMasterReport(String item, @Nullable Instant from);

  /** Every master report of the account, in one call. */
  List<MasterReport> masterReports();

  /** Reads the lines of a master report while they arrive, on this thread. */
  <T> T downloadMasterReport(URI downloadUrl, BodyReader<T> reader);

  /**
   * Names by id; what was deleted a short time ago is missing.
   *
   * @throws NaverException with {@link NaverFailure.NotFound} if one of them does not exist any
   *     more
   */
  Map<String, String> campaigns(Collection<String> ids);

  /** The same for ad groups. */
  Map<String, String> adGroups(Collection<String> ids);

  /** The same for the texts of keywords. */
  Map<String, String> keywords(Collection<String> ids);
}
