package io.daybreak.uploads.upload;

import io.daybreak.contracts.csv.CsvUploadReceived;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.queue.MessageHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Claims the upload that a message is about and does it; one that is claimed already is not. */
@ApplicationScoped
class UploadHandler implements MessageHandler<CsvUploadReceived> {

  private final UploadLeases leases;
  private final UploadWork work;

  UploadHandler(UploadLeases leases, UploadWork work) {
    this.leases = leases;
    this.work = work;
  }

  @Override
  public Queue queue() {
    return Queue.CSV_UPLOADS;
  }

  @Override
  public void handle(CsvUploadReceived message) {
    leases
        .claim(message.uploadId())
        .ifPresent(
            held -> {
              try (held) {
                work.work(held);
              }
            });
  }
}
