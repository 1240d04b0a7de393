package io.daybreak.contracts.csv;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;
import java.util.UUID;

/** A file was shared and recorded. Whoever receives this first and claims the upload handles it. */
public record CsvUploadReceived(UUID uploadId) implements Message {

  @Override
  public Queue queue() {
    return Queue.CSV_UPLOADS;
  }

  @Override
  public String group() {
    return uploadId.toString();
  }

  @Override
  public String deduplicationId() {
    return uploadId.toString();
  }
}
