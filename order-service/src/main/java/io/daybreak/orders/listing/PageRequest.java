package io.daybreak.orders.listing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * Which page of a list a client asks for.
 *
 * @param number from 0
 * @param size rows a page, 1 to 200
 */
public record PageRequest(
    @QueryParam("page") @DefaultValue("0") @Min(0) @Max(100_000) int number,
    @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size) {

  public long offset() {
    return (long) number * size;
  }
}
