package io.daybreak.uploads.upload;

import io.daybreak.contracts.csv.CsvUploadReceived;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.queue.MessageHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Claims the upload that a message is about and does it; one that is claimed already is not. */
@ApplicationScoped
class UploadHandler implements MessageHandler<CsvUploadReceived> {

  private final UploadClaims claims;
  private final UploadWork work;

  UploadHandler(UploadClaims claims, UploadWork work) {
    this.claims = claims;
    this.work = work;
  }

  @Override
  public Queue queue() {
    return Queue.CSV_UPLOADS;
  }

  @Override
  public void handle(CsvUploadReceived message) {
    claims
        .claim(message.uploadId())
        .ifPresent(
            claim -> {
              try (claim) {
                work.work(claim);
              }
            });
  }
}
