package io.daybreak.orders.csvimport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How past orders are imported. */
@ConfigMapping(prefix = "daybreak.csv-import")
public interface CsvImportConfig {

  /** How long an upload waits for its result before it is answered with a place to ask. */
  @WithDefault("PT5S")
  Duration answerWithin();

  /** Orders a transaction; bounds the memory of an import. */
  @WithDefault("200")
  int batch();

  /**
   * Orders of a file whose further rows may still come, and further rows whose order may: rows of
   * an order that stand farther apart are bad.
   */
  @WithDefault("10000")
  int openOrders();

  /** Files that are imported at the same time; further ones wait. */
  @WithDefault("2")
  int filesAtOnce();

  /** Bad rows that are kept to be looked at; further ones are only counted. */
  @WithDefault("10000")
  int badRowsKept();

  /** How long an import may be silent before its process counts as lost. */
  @WithDefault("PT2M")
  Duration lease();

  /** How long results and bad rows are kept. */
  @WithDefault("P30D")
  Duration kept();
}
