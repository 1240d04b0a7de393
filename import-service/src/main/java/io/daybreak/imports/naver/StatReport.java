package io.daybreak.imports.naver;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A report job as NAVER tells of it.
 *
 * @param downloadUrl where its content is once it is built; empty before
 */
public record StatReport(long id, ReportStatus status, String downloadUrl) {

  static StatReport of(JsonNode job) {
    return new StatReport(
        job.path("reportJobId").asLong(),
        ReportStatus.of(job.path("status").asText()),
        job.path("downloadUrl").asText(""));
  }
}
