package io.daybreak.imports.telling;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.telling.RunNotice.Told;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunNoticeTextTest {

  private static final UUID ID = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
  private static final Optional<URI> CONSOLE =
      Optional.of(URI.create("https://console.example.com/"));

  @Test
  void aSetIsALinkToItsPageWithTheCodeOfWhatIsWrong() {
    Told failed = new Told(ID, "NSA_GTD", "1000001", "A&B <상점> | 1", "SHEET_NOT_SHARED");
    Told well = new Told(ID, "NSA_T", "1000002", null, null);

    assertThat(text(List.of(failed), List.of(well)))
        .isEqualTo(
            """
            :x: *가져오기 실패 1건 / Imports that fail: 1*
            • <https://console.example.com/imports/f81d4fae-7dec-11d0-a765-00a0c91e6bf6|NSA_GTD 1000001 A&amp;B &lt;상점&gt; ¦ 1>: `SHEET_NOT_SHARED`
            :white_check_mark: *다시 정상 1건 / Well again: 1*
            • <https://console.example.com/imports/f81d4fae-7dec-11d0-a765-00a0c91e6bf6|NSA_T 1000002>""");
  }

  @Test
  void aBadMorningIsOneMessageThatNamesTwenty() {
    List<Told> sets =
        IntStream.range(0, 1234)
            .mapToObj(i -> new Told(ID, "NSA_GTD", Integer.toString(i), null, "NAVER_TIMEOUT"))
            .toList();

    String text = text(sets, List.of());

    assertThat(text.lines()).hasSize(22);
    assertThat(text).contains("1,234").endsWith("• 그 밖에 1,214건 / and 1,214 more");
  }

  @Test
  void withoutTheConsolesAddressTheSetIsItsName() {
    Told failed = new Told(ID, "NSA_GTD", "1", null, "NAVER_TIMEOUT");

    assertThat(
            RunNoticeText.of(new RunNotice(ID, "C1", List.of(failed), List.of()), Optional.empty()))
        .endsWith("• NSA_GTD 1: `NAVER_TIMEOUT`");
  }

  private static String text(List<Told> failed, List<Told> well) {
    return RunNoticeText.of(new RunNotice(ID, "C1", failed, well), CONSOLE);
  }
}
