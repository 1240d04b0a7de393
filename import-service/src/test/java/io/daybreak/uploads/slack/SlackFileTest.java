package io.daybreak.uploads.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.uploads.slack.SlackFile.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackFileTest {

  private static final String SHARES =
      """
      "shares": {"public": {
        "C1": [{"ts": "1.1"}, {"ts": "3.1", "thread_ts": "2.2"}, {"ts": "2.1"}],
        "C2": [{"ts": "9.9"}]}}""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"mode\": \"snippet\", \"filetype\": \"csv\", \"url_private_download\": \"https://x/1\"|CONTENT",
        "\"mode\": \"hosted\", \"filetype\": \"png\", \"url_private\": \"https://x/1\"|CONTENT",
        "\"is_external\": true, \"filetype\": \"gsheet\", \"url_private\": \"https://docs.google.com/1\"|LINKED_SHEET",
        "\"mode\": \"external\", \"mimetype\": \"application/vnd.google-apps.spreadsheet\"|LINKED_SHEET",
        "\"is_external\": true, \"filetype\": \"gdoc\", \"url_private\": \"https://docs.google.com/1\"|OTHER",
        "\"mode\": \"quip\", \"filetype\": \"quip\", \"url_private_download\": \"https://x/1\"|OTHER",
        "\"mode\": \"list\", \"filetype\": \"list\"|OTHER",
      })
  void whereTheContentIsDecidesWhatKindOfFileItIs(String members, Kind kind) {
    SlackFile file = of("{\"name\": \"sales.csv\", %s, %s}".formatted(members, SHARES));

    assertThat(file.kind()).isEqualTo(kind);
    assertThat(file.content() == null).isEqualTo(kind != Kind.CONTENT);
    assertThat(file.ready()).isTrue();
  }

  @Test
  void theAnswerGoesToTheNewestShareInTheChannel() {
    SlackFile file = of("{\"url_private\": \"https://x/1\", %s}".formatted(SHARES));

    assertThat(file.threadTs()).isEqualTo("2.2");
  }

  @Test
  void aFileIsNotReadyBeforeItIsSharedAndItsContentIsThere() {
    assertThat(of("{\"name\": \"a.csv\", \"url_private\": \"https://x/1\"}").ready()).isFalse();
    assertThat(of("{\"name\": \"a.csv\", %s}".formatted(SHARES)).ready()).isFalse();
    assertThat(of("{\"name\": \"a.csv\", \"shares\": {}}").threadTs()).isNull();
  }

  @Test
  void aDeletedFileIsGone() {
    assertThatThrownBy(() -> of("{\"mode\": \"tombstone\"}"))
        .isInstanceOfSatisfying(
            SlackException.class,
            e -> assertThat(e.kind()).isEqualTo(SlackException.Kind.FILE_GONE));
  }

  private static SlackFile of(String json) {
    try {
      return SlackFile.of(new ObjectMapper().readTree(json), "C1");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
