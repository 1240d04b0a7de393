package io.daybreak.imports.naver;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.imports.naver.NaverHttp.Outgoing;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The calls about what a key may read, each one attempt; they name no customer. */
@ApplicationScoped
class AccountGateway {

  /** The largest page that NAVER gives. */
  static final int PAGE = 1000;

  private static final int AT_ONCE = 64;
  private static final long CALL_SECONDS = 30;

  private final NaverHttp http;
  private final ObjectMapper json;

  AccountGateway(NaverHttp http, ObjectMapper json) {
    this.http = http;
    this.json = json;
  }

  /**
   * One page of a list.
   *
   * @param path {@code /ad-accounts}, {@code /manager-accounts} or that of a manager's children
   */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public JsonNode page(Access access, String path, int page) {
    return http.exchange(
        access,
        new Outgoing(
            NaverCall.ACCOUNTS,
            HttpMethod.GET,
            "%s?page=%d&size=%d".formatted(path, page, PAGE),
            null),
        json::readTree);
  }
}
