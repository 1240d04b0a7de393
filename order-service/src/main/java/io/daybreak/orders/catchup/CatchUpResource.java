package io.daybreak.orders.catchup;

import io.daybreak.kit.access.Roles;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.daybreak.kit.request.GivenParameters;
import io.daybreak.orders.reviewmail.MissedMails.Range;
import io.daybreak.orders.shop.ShopAccess;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catch-up over HTTP: merchants for their own shops, operators for all. */
@Path("/api/review-mails/catch-up")
@RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
public class CatchUpResource {

  private static final ProblemType SINCE =
      new ProblemType("since-malformed", 400, "The moment to start from is missing or malformed");

  private final CatchUp catchUp;
  private final ShopAccess access;

  CatchUpResource(CatchUp catchUp, ShopAccess access) {
    this.catchUp = catchUp;
    this.access = access;
  }

  /**
   * @param since a moment with offset, or a date
   * @param dryRun true lists what would be planned and changes nothing; the default, so that
   *     sending takes a word
   * @param shop only this shop
   */
  @POST
  public Uni<CatchUpReport> run(
      @QueryParam("since") @Nullable String since,
      @QueryParam("dryRun") @DefaultValue("true") boolean dryRun,
      @QueryParam("shop") @Nullable String shop,
      @Context UriInfo address) {
    GivenParameters.only(address, "since", "dryRun", "shop");
    Instant from =
        Optional.ofNullable(since)
            .flatMap(Since::parse)
            .orElseThrow(
                () ->
                    Problems.of(
                        SINCE,
                        "Give since as 2026-11-01 or as 2026-11-01T00:00:00+09:00; the answer tells"
                            + " the moment that was understood."));
    return access
        .known(shop)
        .chain(() -> catchUp.run(new Range(from, access.scope(), shop), dryRun));
  }
}
