package io.daybreak.imports.keyuse;

import io.daybreak.imports.apikey.AdAccounts;
import io.daybreak.imports.apikey.ApiKeys;
import io.daybreak.imports.naver.NaverBudgets;
import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.daybreak.kit.access.Scope;
import io.daybreak.kit.budget.Budget;
import io.daybreak.kit.budget.Budgets;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What NAVER thinks of a key, and what was made of its allowance, over HTTP. */
@Path("/api/api-keys/{id}")
@Tag(name = "API keys")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
class KeyUseResource {

  private static final ProblemType UNKNOWN_ACCOUNT =
      new ProblemType("ad-account-not-found", 404, "No such ad account of this API key");

  private static final ProblemType BUSY =
      new ProblemType("naver-allowance-used-up", 503, "NAVER's allowance is used up");

  private final ApiKeys keys;
  private final AdAccounts accounts;
  private final AccountTester tester;
  private final NaverBudgets pace;
  private final Budgets budgets;
  private final Caller caller;

  KeyUseResource(
      ApiKeys keys,
      AdAccounts accounts,
      AccountTester tester,
      NaverBudgets pace,
      Budgets budgets,
      Caller caller) {
    this.keys = keys;
    this.accounts = accounts;
    this.tester = tester;
    this.pace = pace;
    this.budgets = budgets;
    this.caller = caller;
  }

  @GET
  @Path("/use")
  @Operation(summary = "Calls made with a key in the last minutes, and those that NAVER refused")
  public Uni<KeyUse> use(UUID id, @RestQuery @DefaultValue("15") @Min(1) @Max(1440) int minutes) {
    Budget budget = pace.ofKey(id);
    return keys.require(id)
        .chain(() -> budgets.minutes(budget, minutes))
        .map(used -> KeyUse.of(budget, used));
  }

  @POST
  @Path("/ad-accounts/{customerId}/test")
  @Operation(
      summary = "Ask NAVER whether the key may read an ad account",
      description = "One call, within the allowance; nothing changes.")
  public Uni<AccountAnswer> test(UUID id, String customerId) {
    Scope scope = caller.scope();
    return keys.require(id)
        .chain(() -> accounts.list(scope, id))
        .invoke(known -> requireKnown(known.stream().map(a -> a.customerId()).toList(), customerId))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(known -> tester.test(id, customerId))
        .onFailure(TimeoutException.class)
        .transform(
            late -> Problems.of(BUSY, "NAVER could not be asked in time. Try again in a minute."));
  }

  private static void requireKnown(List<String> known, String customerId) {
    if (!known.contains(customerId)) {
      throw Problems.of(UNKNOWN_ACCOUNT, "Add the ad account to the key before you test it.");
    }
  }
}
