package io.daybreak.kit.queue;

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
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Keeps every message readable for Jackson in a native executable. The contracts know no framework,
 * so it is said here; a test compares the list with them.
 */
@RegisterForReflection(
    targets = {
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
      CsvUploadReceived.class
    },
    registerFullHierarchy = true)
final class MessageReflection {

  private MessageReflection() {}
}
