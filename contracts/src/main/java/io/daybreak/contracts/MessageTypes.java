package io.daybreak.contracts;

import io.daybreak.contracts.csv.CsvUploadReceived;
import io.daybreak.contracts.order.OrderDelivered;
import io.daybreak.contracts.order.ReviewMailDue;
import io.daybreak.contracts.order.ShopNoticeDelivered;
import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.PrepareTab;
import io.daybreak.contracts.sheet.RowsWritten;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.contracts.sheet.TemplateStarted;
import io.daybreak.contracts.sheet.WriteRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every message of the product by its name. A new message is one more entry. */
public final class MessageTypes {

  private static final Map<String, Class<? extends Message>> BY_NAME =
      List.<Class<? extends Message>>of(
              PrepareTab.class,
              WriteRows.class,
              FinishTab.class,
              AbandonTab.class,
              TabPrepared.class,
              RowsWritten.class,
              TemplateStarted.class,
              TabFinished.class,
              RunFailed.class,
              OrderDelivered.class,
              ShopNoticeDelivered.class,
              ReviewMailDue.class,
              CsvUploadReceived.class)
          .stream()
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private MessageTypes() {}

  public static String nameOf(Message message) {
    return message.getClass().getSimpleName();
  }

  /** The names of all messages. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  public static Optional<Class<? extends Message>> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
