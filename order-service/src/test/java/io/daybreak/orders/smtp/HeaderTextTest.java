package io.daybreak.orders.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

  private static final MailAddress ADDRESS = new MailAddress("tea@example.com");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How was it?",
        "🎁 How was it? 😀",
        "하늘상점에서 주문하신 상품은 어떠셨나요? 후기를 남겨 주시면 다른 고객에게 큰 도움이 됩니다.",
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
        "=?UTF-8?B?SGk=?= is no encoded word of ours",
        "a  b   c with blanks",
        "Ünïcödé and a very long line that goes on and on, well beyond what fits into one line of it",
        "A very long line of plain words that goes on and on, well beyond what fits into one line of"
      })
  void aSubjectArrivesAsItWasWrittenInLinesOfAscii(String subject) throws Exception {
    String header = HeaderText.unstructured(subject);

    assertThat(MimeUtility.decodeText(MimeUtility.unfold(header))).isEqualTo(subject);
    assertThat(header).matches("[\\x20-\\x7e\\r\\n]*");
    assertThat(Arrays.stream(header.split("\r\n"))).allMatch(line -> line.length() <= 76);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tea House",
        "Kim, Lee & Co. (Seoul)",
        "하늘상점",
        "Say \"hi\" \\ back",
        "evil@example.org <x>",
        "🍵 Tea",
        "a; b: c [d]"
      })
  void aNameArrivesAsItWasWrittenInFrontOfTheAddress(String name) throws Exception {
    String header = HeaderText.mailbox(name, ADDRESS);

    assertThat(header).endsWith(" <tea@example.com>").doesNotContain("(=?");
    InternetAddress[] read = InternetAddress.parse(header, true);
    assertThat(read).hasSize(1);
    assertThat(read[0].getAddress()).isEqualTo("tea@example.com");
    assertThat(read[0].getPersonal()).isEqualTo(name);
  }

  @Test
  void nothingStartsAnotherField() {
    assertThat(HeaderText.unstructured("a\r\nBcc: b@example.com"))
        .isEqualTo("a  Bcc: b@example.com");
    assertThat(HeaderText.mailbox("a\nb", ADDRESS)).isEqualTo("a b <tea@example.com>");
    assertThat(HeaderText.mailbox(" ", ADDRESS)).isEqualTo("tea@example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "c@한국.example, c@xn--3e0b707e.example",
    "a..b.@docomo.example, a..b.@docomo.example",
    "' Name.Last+tag@Example.COM ', Name.Last+tag@Example.COM",
    "a@b.c.example, a@b.c.example"
  })
  void anAddressThatMailCanBeSentToIsWrittenInAscii(String text, String ascii) {
    assertThat(MailAddress.parse(text)).contains(new MailAddress(ascii));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@example.com",
        "a@",
        "a@b",
        "a@localhost",
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        "\"a b\"@example.com",
        "차@한국.com",
        "a@example.com,b@example.com",
        "a@example.com; b@example.com",
        "Kim <a@example.com>",
        "a@@example.com",
        "a b@example.com",
        "a@exa mple.com",
        "a@-example.com",
        "a@example..com",
        "a@example.com.",
        "a\u200b@example.com",
        "a\r\nRCPT TO:<b@example.com>"
      })
  void whatIsNoOneMailboxIsNone(String text) {
    assertThat(MailAddress.parse(text)).isEmpty();
    assertThat(MailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
  }
}
