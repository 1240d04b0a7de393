package io.daybreak.imports.rawdata;

import io.daybreak.imports.format.Format;
import io.daybreak.imports.run.RunState;
import io.quarkus.panache.common.Sort;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * Which sets a client wants to see, and in which order.
 *
 * @param text part of the tab's title (format and customer id) or of the account's name, or an
 *     address with the spreadsheet's id in it
 * @param state state of the newest run, by name
 */
public record RawDataQuery(
    @QueryParam("q") @Nullable @Size(max = 200) String text,
    @QueryParam("format") @Nullable Format format,
    @QueryParam("state") @Nullable RunState state,
    @QueryParam("sort") @DefaultValue("NEWEST") Order sort) {

  /** The orders a list can have; the id makes each of them total. */
  public enum Order {
    NEWEST(Sort.descending("createdAt").and("id")),
    OLDEST(Sort.ascending("createdAt").and("id")),
    ACCOUNT(Sort.ascending("customerId", "format").and("id")),
    FORMAT(Sort.ascending("format", "customerId").and("id"));

    private final Sort sort;

    Order(Sort sort) {
      this.sort = sort;
    }

    Sort sort() {
      return sort;
    }
  }
}
