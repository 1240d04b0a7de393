package io.daybreak.imports.naver;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A job that lists the entities of an ad account, as NAVER tells of it.
 *
 * @param status REGIST, RUNNING, BUILT, NONE (no lines) or ERROR
 * @param downloadUrl where its lines are once it is built; empty before
 */
public record MasterReport(String id, ReportStatus status, String downloadUrl) {

  static MasterReport of(JsonNode job) {
    return new MasterReport(
        job.path("id").asText(),
        ReportStatus.of(job.path("status").asText()),
        job.path("downloadUrl").asText(""));
  }
}
