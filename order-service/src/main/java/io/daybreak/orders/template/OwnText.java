package io.daybreak.orders.template;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A shop's own words. Both may hold the placeholders of {@link Placeholders}; the body is plain
 * text, an empty line starts a paragraph.
 */
public record OwnText(
    @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*") String subject,
    @NotBlank @Size(max = 10_000) String body) {

  @AssertTrue(message = "only these placeholders exist, written exactly so: " + Placeholders.NAMES)
  boolean isKnownPlaceholders() {
    return known(subject) && known(body);
  }

  private static boolean known(@Nullable String text) {
    return text == null || Placeholders.allKnown(text);
  }
}
