package io.daybreak.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Code and comments say claim, poll, renew, expire, requeue, in flight, dead letter: the field's
 * words.
 */
class WordsTest {

  /** What earlier versions said instead. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "(?i)\\b(clerks?|desk|lest|in (its )?hand|it is no matter|looks after|ever again)\\b");

  @Test
  void nothingIsCalledByAWordOfOurOwn() {
    List<String> found =
        Sources.java(Sources.DELIVERED, "main")
            .flatMap(
                file ->
                    PRIVATE
                        .matcher(Sources.text(file))
                        .results()
                        .map(word -> file.getFileName() + ": " + word.group()))
            .toList();

    assertThat(found).isEmpty();
  }
}
