package io.daybreak.imports.naver;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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

  /** Names by id; what no longer exists is missing. */
  Map<String, String> campaigns(Collection<String> ids);

  /** Names by id; what no longer exists is missing. */
  Map<String, String> adGroups(Collection<String> ids);

  /** Texts by id; what no longer exists is missing. */
  Map<String, String> keywords(Collection<String> ids);
}
