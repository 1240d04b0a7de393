package io.daybreak.imports.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.sheet.RowBlock;
import io.daybreak.contracts.sheet.WriteRows;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.run.ClaimedRun;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.imports.run.RunKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowChunksTest {

  private static final ClaimedRun RUN =
      new ClaimedRun(
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          "1000001",
          Format.NSA_TD,
          "spreadsheet",
          null,
          LocalDate.of(2026, 11, 1),
          LocalDate.of(2026, 11, 20),
          RunKind.CREATE);

  private final List<WriteRows> sent = new ArrayList<>();
  private final RowChunks chunks = new RowChunks(RUN, sent::add, () -> {});

  @Test
  void twoHundredThousandWideRowsFitIntoFortyWrites() {
    IntStream.range(0, 200_000).forEach(row -> chunks.add(wideRow(row)));

    SentRows all = chunks.finish();

    assertThat(all.rows()).isEqualTo(200_000);
    assertThat(all.chunks()).isEqualTo(sent.size()).isLessThanOrEqualTo(40);
    assertEveryRowHasItsPlace();
  }

  @Test
  void rowsThatHardlyCompressAreCutSmallerThanAMessage() {
    Random random = new Random(20261121);
    byte[] noise = new byte[300];

    for (int row = 0; row < 5_000; row++) {
      random.nextBytes(noise);
      chunks.add(List.of(Base64.getEncoder().encodeToString(noise)));
    }
    chunks.finish();

    assertEveryRowHasItsPlace();
  }

  @Test
  void koreanCountsByItsBytes() {
    String name = "캠페인".repeat(20);

    IntStream.range(0, 10_000).forEach(row -> chunks.add(List.of(name)));
    chunks.finish();

    assertThat(sent).hasSize(2);
    assertEveryRowHasItsPlace();
  }

  @Test
  void anImportWithoutRowsSendsNothing() {
    assertThat(chunks.finish()).isEqualTo(new SentRows(0, 0));
    assertThat(sent).isEmpty();
  }

  private void assertEveryRowHasItsPlace() {
    long sequence = 1;
    long next = 0;
    for (WriteRows chunk : sent) {
      assertThat(chunk.sequence()).isEqualTo(sequence++);
      assertThat(chunk.startRow()).isEqualTo(next);
      assertThat(RowBlock.unpack(chunk.rows())).hasSize(chunk.rowCount());
      assertThat(chunk.rows().length()).isLessThanOrEqualTo(RowChunks.PACKED_CHARACTERS);
      next += chunk.rowCount();
    }
  }

  private static List<String> wideRow(int row) {
    return List.of(
        "2026-11-20",
        String.valueOf(row % 24),
        "MOBILE",
        "cmp-a001-01-000000000000001",
        "브랜드 캠페인 1",
        "grp-a001-01-%015d".formatted(row / 1000),
        "광고그룹 " + row / 1000,
        "nkw-a001-01-%015d".formatted(row / 40),
        "키워드 " + row / 40,
        String.valueOf(row * 31 % 5000),
        String.valueOf(row % 97),
        String.valueOf(row * 17 % 100_000),
        "0");
  }
}
