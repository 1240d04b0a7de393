package io.daybreak.imports.naver;

import static io.daybreak.contracts.run.FailureCode.NAVER_KEY_REFUSED;
import static io.daybreak.contracts.run.FailureCode.NAVER_NO_PERMISSION;
import static io.daybreak.contracts.run.FailureCode.NAVER_REFUSED;
import static io.daybreak.contracts.run.FailureCode.NAVER_UNAVAILABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.contracts.run.FailureCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorBodyTest {

  static Stream<Arguments> bothFamiliesAndNeither() {
    return Stream.of(
        arguments(
            403,
            """
            {"timestamp":"1512089352529","detail":"Request has expired.","status":403,\
            "title":"Invalid Timestamp","type":"urn:naver:api:problem:invalid-timestamp"}""",
            NAVER_KEY_REFUSED),
        arguments(
            403,
            """
            {"signature":"AAAA=","status":403,"type":"urn:naver:api:problem:invalid-signature",\
            "title":"Invalid Signature","detail":"Signature 'AAAA=' is invalid."}""",
            NAVER_KEY_REFUSED),
        arguments(
            403,
            """
            {"apikey":"k","status":403,"type":"urn:naver:api:problem:invalid-apikey"}""",
            NAVER_KEY_REFUSED),
        arguments(
            403,
            """
            {"header":"X-API-KEY","status":403,"type":"urn:naver:api:problem:missing-header"}""",
            NAVER_KEY_REFUSED),
        arguments(
            403,
            """
            {"status":403,"type":"urn:naver:api:problem:auth-failed","title":"Auth Failed",\
            "detail":"Auth failed with api-key: k, customer-id: 1"}""",
            NAVER_NO_PERMISSION),
        arguments(
            403,
            """
            {"status":403,"title":"You don't have permission to access on this server (resource)."}""",
            NAVER_NO_PERMISSION),
        arguments(
            404,
            """
            {"code":1018,"status":404,"title":"No permission to access the resource."}""",
            NAVER_REFUSED),
        arguments(401, "", NAVER_KEY_REFUSED),
        arguments(400, "{\"code\":11001,\"message\":\"잘못된 파라미터 형식입니다.\"}", NAVER_REFUSED),
        arguments(
            400,
            "{\"code\":10004,\"status\":\"BAD_REQUEST\",\"message\":\"보고서 항목이나 기간을 조정하세요.\"}",
            NAVER_REFUSED),
        arguments(404, "<html>not found</html>", NAVER_REFUSED),
        arguments(500, "{\"code\":500,\"message\":\"Internal Server Error\"}", NAVER_UNAVAILABLE),
        arguments(
            500,
            "{\"name\":\"InternalServerError\",\"status\":500,\"title\":\"Internal Server Error\"}",
            NAVER_UNAVAILABLE),
        arguments(503, "maintenance", NAVER_UNAVAILABLE),
        arguments(502, "[1,", NAVER_UNAVAILABLE));
  }

  @ParameterizedTest
  @MethodSource("bothFamiliesAndNeither")
  void theStatusDecidesAndThenTheCodeOrTheType(int status, String body, FailureCode expected) {
    NaverFailure failure = parse(body).failure(NaverCall.CAMPAIGNS, status, "1000001");

    assertThat(failure.code()).isEqualTo(expected);
    assertThat(failure.reason()).endsWith(".").doesNotContain("AAAA=");
  }

  @Test
  void theCodeOfARefusalIsKept() {
    NaverFailure failure = parse("{\"code\":20007}").failure(NaverCall.ORDER_REPORT, 400, "1");

    assertThat(failure).isEqualTo(new NaverFailure.Refused(NaverCall.ORDER_REPORT, 400, 20007));
  }

  private static ErrorBody parse(String body) {
    return ErrorBody.parse(new ObjectMapper(), body.getBytes(UTF_8));
  }
}
