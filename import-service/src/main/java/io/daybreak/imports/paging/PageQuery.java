package io.daybreak.imports.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * Which piece of a list a client wants.
 *
 * @param page number of the piece, from 0
 * @param size items a piece has at most
 */
public record PageQuery(
    @QueryParam("page") @DefaultValue("0") @Min(0) @Max(100_000) int page,
    @QueryParam("size") @DefaultValue("20") @Min(1) @Max(200) int size) {

  public int offset() {
    return page * size;
  }
}
