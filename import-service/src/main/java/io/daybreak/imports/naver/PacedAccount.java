package io.daybreak.imports.naver;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls about one ad account, each made at its turn by {@link NaverClient}. */
final class PacedAccount implements NaverAccount {

  private final NaverClient client;
  private final NaverGateway gateway;
  private final MasterGateway masters;
  private final UUID apiKeyId;
  private final String customerId;

  PacedAccount(
      NaverClient client,
      NaverGateway gateway,
      MasterGateway masters,
      UUID apiKeyId,
      String customerId) {
    this.client = client;
    this.gateway = gateway;
    this.masters = masters;
    this.apiKeyId = apiKeyId;
    this.customerId = customerId;
  }

  @Override
  public String customerId() {
    return customerId;
  }

  @Override
  public StatReport orderReport(String reportType, LocalDate day) {
    return call(NaverCall.ORDER_REPORT, access -> gateway.orderReport(access, reportType, day));
  }

  @Override
  public List<StatReport> reports() {
    return call(NaverCall.LIST_REPORTS, gateway::reports);
  }

  @Override
  public <T> T downloadReport(URI downloadUrl, BodyReader<T> reader) {
    return call(
        NaverCall.DOWNLOAD_REPORT,
        access -> gateway.download(access, NaverCall.DOWNLOAD_REPORT, downloadUrl, reader));
  }

  @Override
  public void deleteReport(long id) {
    call(
        NaverCall.DELETE_REPORT,
        access -> {
          gateway.deleteReport(access, id);
          return id;
        });
  }

  @Override
  public MasterReport orderMasterReport(String item, @Nullable Instant from) {
    return call(NaverCall.ORDER_MASTER, access -> masters.order(access, item, from));
  }

  @Override
  public List<MasterReport> masterReports() {
    return call(NaverCall.LIST_MASTERS, masters::list);
  }

  @Override
  public <T> T downloadMasterReport(URI downloadUrl, BodyReader<T> reader) {
    return call(
        NaverCall.DOWNLOAD_MASTER,
        access -> gateway.download(access, NaverCall.DOWNLOAD_MASTER, downloadUrl, reader));
  }

  @Override
  public Map<String, String> campaigns(Collection<String> ids) {
    return call(NaverCall.CAMPAIGNS, access -> gateway.campaigns(access, ids));
  }

  @Override
  public Map<String, String> adGroups(Collection<String> ids) {
    return call(NaverCall.AD_GROUPS, access -> gateway.adGroups(access, ids));
  }

  @Override
  public Map<String, String> keywords(Collection<String> ids) {
    return call(NaverCall.KEYWORDS, access -> gateway.keywords(access, ids));
  }

  private <T> T call(NaverCall call, Function<Access, T> attempt) {
    return client.call(call, apiKeyId, customerId, attempt);
  }
}
