package io.daybreak.orders.page;

import io.daybreak.orders.shop.Language;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows. Whoever has the link can see it, so it names no customer.
 *
 * @param order what people call the order
 * @param reviewLink where the review is written; null if the shop takes it by mail
 */
@RegisterForReflection
@TemplateData
public record ReviewForm(
    String shop,
    Language language,
    String order,
    List<String> items,
    @Nullable String reviewLink) {}
