package io.daybreak.orders.template;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a review mail tells about.
 *
 * @param customer name to address, null if it is not known
 * @param order what people call the order, such as {@code #1001}
 * @param items titles of what was bought
 * @param reviewLink where the review is written
 * @param unsubscribeLink page that ends all mail from the shop
 */
@TemplateData
public record MailContent(
    String shop,
    @Nullable String customer,
    String order,
    List<String> items,
    String reviewLink,
    String unsubscribeLink) {

  public MailContent {
    items = List.copyOf(items);
  }
}
