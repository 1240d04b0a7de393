package io.daybreak.simulators.naver.refusal;

import io.daybreak.simulators.kernel.Answer;
import io.vertx.core.json.JsonObject;

/**
 * The refusals of the application behind NAVER's gateway: {@code {"code":N,"message":"..."}}. Codes
 * as in <a
 * href="https://github.com/naver/searchad-apidoc/blob/master/NaverSA_API_Error_Code_MAP.md">NAVER's
 * error map</a>; the HTTP status of an unknown id (404) is this simulator's choice, NAVER documents
 * none.
 */
public final class Refusals {

  private Refusals() {}

  /** A field, an id or a date that NAVER does not understand. */
  public static Answer.Whole badParameter() {
    return refusal(400, 11001, "잘못된 파라미터 형식입니다.");
  }

  /** Ids of several campaign types, or a breakdown over too many days. */
  public static Answer.Whole noSuchCombination() {
    return refusal(400, 11003, "선택하신 조건에 지표가 확인되지 않습니다. 동일한 캠페인 유형을 id, ids 파라미터에 포함해서 요청하세요.");
  }

  /** The day is older than NAVER keeps this kind of numbers. */
  public static Answer.Whole outOfRetention() {
    return refusal(400, 10004, "선택하신 조건에 지표가 확인되지 않습니다. 보고서 항목이나 기간을 조정하세요.");
  }

  public static Answer.Whole contentType() {
    return refusal(400, 11005, "지원하지 않는 Content-Type입니다. Invalid mime type");
  }

  /** The day's statistics are not built yet. */
  public static Answer.Whole notReady() {
    return refusal(400, 20007, "해당 일자 지표 준비중입니다.");
  }

  /** Seen instead of 20007 during outages: searchad-apidoc issue 1283. */
  public static Answer.Whole reportNotFound() {
    return refusal(400, 20011, "보고서를 찾을 수 없습니다.");
  }

  /**
   * One of the ids that a list was asked for does not exist: the code is that of a missing
   * permission, the status says what is meant (searchad-apidoc issues 324 and 481).
   */
  public static Answer.Whole noSuchEntity() {
    return Answer.json(
        404,
        new JsonObject()
            .put("code", 1018)
            .put("status", 404)
            .put("title", "No permission to access the resource."));
  }

  /** No room for another job of the customer: searchad-apidoc issue 1511. */
  public static Answer.Whole tooManyJobs(int limit) {
    return Answer.json(
        400,
        new JsonObject()
            .put("status", 400)
            .put("title", "Bad Request")
            .put("detail", "exceeded limit of '%d' numbers of 'job'".formatted(limit)));
  }

  public static Answer.Whole notFound() {
    return refusal(404, 1001, "요청하신 자원(아이디, 엔티티)을 찾을 수 없습니다.");
  }

  public static Answer.Whole internalError() {
    return refusal(500, 500, "Internal Server Error");
  }

  /** NAVER sends no {@code Retry-After}, and closes the connection. */
  public static Answer.Whole tooManyRequests() {
    return refusal(429, 429, "Too Many Requests").with("Connection", "close");
  }

  /** The same for the whole address; the text was first seen in July 2026. */
  public static Answer.Whole tooManyRequestsOfAddress(int limit) {
    return refusal(429, 429, "Too Many Requests, Request Not Over %d rps".formatted(limit))
        .with("Connection", "close");
  }

  /** A report's file that is gone, or a download address that was tampered with. */
  public static Answer.Whole brokenDownload() {
    return Answer.json(
        500,
        new JsonObject()
            .put("name", "InternalServerError")
            .put("status", 500)
            .put("title", "Internal Server Error")
            .put(
                "detail",
                "A failure of processing the request message due to the internal execution error of"
                    + " the NAVER Search Ads system"));
  }

  /** The body for a status that a fault rule asks for. */
  public static Answer.Whole of(int status) {
    return switch (status) {
      case 400 -> badParameter();
      case 403 -> GatewayRefusals.noPermission();
      case 404 -> notFound();
      case 429 -> tooManyRequests();
      case 500 -> internalError();
      default -> refusal(status, status, status == 503 ? "Service Unavailable" : "Error");
    };
  }

  private static Answer.Whole refusal(int status, int code, String message) {
    return Answer.json(status, new JsonObject().put("code", code).put("message", message));
  }
}
