package io.daybreak.imports.naver;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.imports.naver.NaverHttp.Outgoing;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.jspecify.annotations.Nullable;

/** The calls about master reports, each one attempt, like those of {@link NaverGateway}. */
@ApplicationScoped
class MasterGateway {

  private static final int AT_ONCE = 256;
  private static final long CALL_SECONDS = 30;

  private final NaverHttp http;
  private final ObjectMapper json;

  MasterGateway(NaverHttp http, ObjectMapper json) {
    this.http = http;
    this.json = json;
  }

  /**
   * Orders a list of entities.
   *
   * @param item NAVER's name of the kind, {@code Keyword}
   * @param from null for all that exist; else what has changed since then, deleted ones included
   */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public MasterReport order(Access access, String item, @Nullable Instant from) {
    ObjectNode order = json.createObjectNode().put("item", item);
    if (from != null) {
      order.put("fromTime", from.truncatedTo(ChronoUnit.SECONDS).toString());
    }
    return MasterReport.of(
        http.exchange(
            access,
            new Outgoing(
                NaverCall.ORDER_MASTER,
                HttpMethod.POST,
                "/master-reports",
                Buffer.buffer(order.toString())),
            json::readTree));
  }

  /** Every master report of the account, at most the 100 newest. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public List<MasterReport> list(Access access) {
    JsonNode jobs =
        http.exchange(
            access,
            new Outgoing(NaverCall.LIST_MASTERS, HttpMethod.GET, "/master-reports", null),
            json::readTree);
    List<MasterReport> reports = new ArrayList<>(jobs.size());
    jobs.forEach(job -> reports.add(MasterReport.of(job)));
    return reports;
  }
}
