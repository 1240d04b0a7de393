package io.daybreak.imports.keyuse;

import io.daybreak.imports.apikey.AdAccounts;
import io.daybreak.imports.apikey.ApiKeyVault;
import io.daybreak.imports.apikey.ApiKeys;
import io.daybreak.imports.naver.KeyProbe;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.ReachableAccount;
import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.daybreak.kit.access.Scope;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ad accounts that a key may read, as NAVER lists them. */
@Path("/api/api-keys/{id}/reachable-accounts")
@Tag(name = "API keys")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
class ReachableAccountsResource {

  private static final ProblemType NOT_LISTED =
      new ProblemType("naver-accounts-not-listed", 502, "NAVER did not list the accounts");

  private final ApiKeys keys;
  private final ApiKeyVault vault;
  private final AdAccounts accounts;
  private final KeyProbe probe;
  private final Caller caller;

  ReachableAccountsResource(
      ApiKeys keys, ApiKeyVault vault, AdAccounts accounts, KeyProbe probe, Caller caller) {
    this.keys = keys;
    this.vault = vault;
    this.accounts = accounts;
    this.probe = probe;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "The ad accounts that a key may read at NAVER, its managers' included")
  public Uni<List<Reachable>> list(UUID id) {
    Scope scope = caller.scope();
    return keys.require(id)
        .chain(() -> accounts.list(scope, id))
        .map(known -> known.stream().map(a -> a.customerId()).collect(Collectors.toSet()))
        .chain(
            known ->
                vault
                    .credentials(id)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(probe::reachable)
                    .map(found -> shown(found, known)))
        .onFailure(NaverException.class)
        .transform(
            e ->
                Problems.with(
                        NOT_LISTED,
                        "Test the key with one of its accounts, then try again; accounts can also be"
                            + " added by their numbers.")
                    .with("failureCode", ((NaverException) e).failure().code().name())
                    .build());
  }

  private static List<Reachable> shown(List<ReachableAccount> found, Set<String> known) {
    return found.stream()
        .map(
            account ->
                new Reachable(
                    account.customerId(),
                    account.name(),
                    account.managerAccountNo(),
                    known.contains(account.customerId())))
        .toList();
  }

  /**
   * An account at NAVER.
   *
   * @param managerAccountNo the manager account through which it is reached; null if directly
   * @param added whether it was added to the key here
   */
  public record Reachable(
      String customerId, String name, @Nullable String managerAccountNo, boolean added) {}
}
