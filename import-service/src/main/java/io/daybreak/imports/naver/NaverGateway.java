package io.daybreak.imports.naver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.imports.naver.NaverHttp.Outgoing;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * The calls to NAVER, each one attempt: there is a timeout and a bulkhead, and no retry anywhere.
 * All of them block. {@link NaverAccount} gives them their turn; nobody else calls them.
 *
 * <p>The values of the annotations are defaults: {@code
 * quarkus.fault-tolerance."io.daybreak.imports.naver.NaverGateway/download".timeout.value} and its
 * like replace them. The bulkhead here only protects the process; the one that shares it out is per
 * API key, in {@link KeyBulkheads}.
 */
@ApplicationScoped
class NaverGateway {

  /**
   * Ids in one call for names; NAVER documents no limit, and a longer query is refused by proxies.
   */
  static final int IDS_PER_CALL = 100;

  private static final int AT_ONCE = 256;
  private static final long CALL_SECONDS = 30;

  /** Time for some ten gigabytes at half a megabyte per second. */
  private static final long DOWNLOAD_HOURS = 6;

  private final NaverHttp http;
  private final ObjectMapper json;

  NaverGateway(NaverHttp http, ObjectMapper json) {
    this.http = http;
    this.json = json;
  }

  /**
   * Orders one day of a report.
   *
   * @param reportType NAVER's name of it, {@code AD_DETAIL}
   */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public StatReport orderReport(Access access, String reportType, LocalDate day) {
    JsonNode order =
        json.createObjectNode()
            .put("reportTp", reportType)
            .put("statDt", DateTimeFormatter.BASIC_ISO_DATE.format(day));
    Outgoing outgoing =
        new Outgoing(
            NaverCall.ORDER_REPORT,
            HttpMethod.POST,
            "/stat-reports",
            Buffer.buffer(order.toString()));
    return StatReport.of(http.exchange(access, outgoing, json::readTree));
  }

  /** Every report job of the ad account, at most 100: NAVER removes the oldest beyond that. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public List<StatReport> reports(Access access) {
    JsonNode jobs = get(access, NaverCall.LIST_REPORTS, "/stat-reports");
    List<StatReport> reports = new ArrayList<>(jobs.size());
    jobs.forEach(job -> reports.add(StatReport.of(job)));
    return reports;
  }

  /**
   * Reads a report's content while it arrives. The reports of a day can have gigabytes, so what
   * ends a download is silence ({@link NaverConfig#downloadSilence}), not its length. Only a
   * trickle, which is never silent and never done, meets the limit of {@value #DOWNLOAD_HOURS}
   * hours, so that it does not hold its place for ever.
   *
   * @param downloadUrl as NAVER gave it. Only its path and query are used: whatever it says, a
   *     signed call goes to the configured host, and the token in it stays encoded once
   */
  @Timeout(value = DOWNLOAD_HOURS, unit = HOURS)
  @Bulkhead(AT_ONCE)
  public <T> T download(Access access, NaverCall call, URI downloadUrl, BodyReader<T> reader) {
    String pathAndQuery = downloadUrl.getRawPath() + "?" + downloadUrl.getRawQuery();
    return http.file(access, new Outgoing(call, HttpMethod.GET, pathAndQuery, null), reader);
  }

  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public void deleteReport(Access access, long id) {
    http.exchange(
        access,
        new Outgoing(NaverCall.DELETE_REPORT, HttpMethod.DELETE, "/stat-reports/" + id, null),
        InputStream::readAllBytes);
  }

  /** Names by id, of those campaigns that still exist; at most {@value #IDS_PER_CALL} ids. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public Map<String, String> campaigns(Access access, Collection<String> ids) {
    JsonNode found = get(access, NaverCall.CAMPAIGNS, "/ncc/campaigns" + query(ids));
    return texts(found, "nccCampaignId", "name");
  }

  /** Names by id, of those ad groups that still exist; at most {@value #IDS_PER_CALL} ids. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public Map<String, String> adGroups(Access access, Collection<String> ids) {
    JsonNode found = get(access, NaverCall.AD_GROUPS, "/ncc/adgroups" + query(ids));
    return texts(found, "nccAdgroupId", "name");
  }

  /** Texts by id, of those keywords that still exist; at most {@value #IDS_PER_CALL} ids. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public Map<String, String> keywords(Access access, Collection<String> ids) {
    JsonNode found = get(access, NaverCall.KEYWORDS, "/ncc/keywords" + query(ids));
    return texts(found, "nccKeywordId", "keyword");
  }

  private JsonNode get(Access access, NaverCall call, String pathAndQuery) {
    return http.exchange(
        access, new Outgoing(call, HttpMethod.GET, pathAndQuery, null), json::readTree);
  }

  private static String query(Collection<String> ids) {
    return "?ids=" + ids.stream().map(id -> URLEncoder.encode(id, UTF_8)).collect(joining(","));
  }

  private static Map<String, String> texts(JsonNode entities, String idField, String textField) {
    Map<String, String> texts = new HashMap<>();
    entities.forEach(
        entity -> texts.put(entity.path(idField).asText(), entity.path(textField).asText("")));
    return texts;
  }
}
