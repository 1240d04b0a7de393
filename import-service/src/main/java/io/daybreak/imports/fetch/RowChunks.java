package io.daybreak.imports.fetch;

import io.daybreak.contracts.sheet.RowBlock;
import io.daybreak.contracts.sheet.WriteRows;
import io.daybreak.imports.run.ClaimedRun;
import io.daybreak.imports.run.ImportWork;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.kit.queue.QueueUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts a run's rows into chunks and sends each as soon as it is full. A chunk is one write at
 * Google, which prefers requests of up to 2 MB, and one message, of which SQS takes 1 MiB. Not for
 * several threads.
 */
final class RowChunks {

  /** Bytes of CSV after which a chunk is sent. */
  static final int CSV_BYTES = 1_500_000;

  /** Characters that the packed rows may have; the rest of the message is some hundred bytes. */
  static final int PACKED_CHARACTERS = 700_000;

  private final ClaimedRun run;
  private final Consumer<WriteRows> queue;
  private final Runnable check;
  private List<List<String>> rows = new ArrayList<>();
  private int csvBytes;
  private long sentRows;
  private long sentChunks;

  /**
   * @param queue takes a chunk, blocking, or throws {@link QueueUnavailableException}
   * @param check called before each chunk; what it throws ends the work
   */
  RowChunks(ClaimedRun run, Consumer<WriteRows> queue, Runnable check) {
    this.run = run;
    this.queue = queue;
    this.check = check;
  }

  /**
   * @throws QueueUnavailableException if the row filled a chunk that the queue did not take
   */
  void add(List<String> row) {
    rows.add(row);
    csvBytes += csvBytes(row);
    if (csvBytes >= CSV_BYTES) {
      send();
    }
  }

  /**
   * Sends what is left.
   *
   * @throws QueueUnavailableException if the queue did not take it
   */
  SentRows finish() {
    send();
    return new SentRows(sentRows, sentChunks);
  }

  private void send() {
    if (!rows.isEmpty()) {
      send(rows);
    }
    rows = new ArrayList<>();
    csvBytes = 0;
  }

  /** Rows that hardly compress are sent in halves. */
  private void send(List<List<String>> part) {
    String packed = RowBlock.pack(part);
    if (packed.length() > PACKED_CHARACTERS && part.size() > 1) {
      int half = part.size() / 2;
      send(part.subList(0, half));
      send(part.subList(half, part.size()));
      return;
    }
    check.run();
    queue.accept(
        new WriteRows(
            run.runId(),
            ImportWork.FIRST_CHUNK_SEQUENCE + sentChunks,
            run.spreadsheetId(),
            sentRows,
            part.size(),
            packed));
    sentChunks++;
    sentRows += part.size();
  }

  private static int csvBytes(List<String> row) {
    int bytes = row.size();
    for (String cell : row) {
      for (int i = 0; i < cell.length(); i++) {
        char c = cell.charAt(i);
        bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      }
    }
    return bytes;
  }
}
