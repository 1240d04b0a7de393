package io.daybreak.imports.naver;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The calls about one ad account. Each blocks for its turn and is made once; each throws {@link
 * NaverException} when it brings nothing.
 */
public class NaverAccount {

  /** Ids that one call for names may carry. */
  public static final int IDS_PER_CALL = NaverGateway.IDS_PER_CALL;

  private final NaverClient client;
  private final NaverGateway gateway;
  private final UUID apiKeyId;
  private final String customerId;

  NaverAccount(NaverClient client, NaverGateway gateway, UUID apiKeyId, String customerId) {
    this.client = client;
    this.gateway = gateway;
    this.apiKeyId = apiKeyId;
    this.customerId = customerId;
  }

  public String customerId() {
    return customerId;
  }

  /** Orders one day of a report, which NAVER then builds. */
  public StatReport orderReport(String reportType, LocalDate day) {
    return call(NaverCall.ORDER_REPORT, access -> gateway.orderReport(access, reportType, day));
  }

  /** Every report job of the account, in one call. */
  public List<StatReport> reports() {
    return call(NaverCall.LIST_REPORTS, gateway::reports);
  }

  /** Reads a report while it arrives, on this thread. */
  public <T> T downloadReport(URI downloadUrl, BodyReader<T> reader) {
    return call(
        NaverCall.DOWNLOAD_REPORT, access -> gateway.downloadReport(access, downloadUrl, reader));
  }

  public void deleteReport(long id) {
    call(
        NaverCall.DELETE_REPORT,
        access -> {
          gateway.deleteReport(access, id);
          return id;
        });
  }

  /** Names by id; what no longer exists is missing. */
  public Map<String, String> campaigns(Collection<String> ids) {
    return call(NaverCall.CAMPAIGNS, access -> gateway.campaigns(access, ids));
  }

  /** Names by id; what no longer exists is missing. */
  public Map<String, String> adGroups(Collection<String> ids) {
    return call(NaverCall.AD_GROUPS, access -> gateway.adGroups(access, ids));
  }

  /** Texts by id; what no longer exists is missing. */
  public Map<String, String> keywords(Collection<String> ids) {
    return call(NaverCall.KEYWORDS, access -> gateway.keywords(access, ids));
  }

  private <T> T call(NaverCall call, Function<Access, T> attempt) {
    return client.call(call, apiKeyId, customerId, attempt);
  }
}
