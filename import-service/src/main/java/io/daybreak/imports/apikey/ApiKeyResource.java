package io.daybreak.imports.apikey;

import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.daybreak.kit.access.Scope;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** API keys and their ad accounts over HTTP. */
@Path("/api/api-keys")
@Tag(name = "API keys")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
class ApiKeyResource {

  private final ApiKeys apiKeys;
  private final ApiKeyRegistration registration;
  private final AdAccounts adAccounts;
  private final KeyTester tester;
  private final Caller caller;

  ApiKeyResource(
      ApiKeys apiKeys,
      ApiKeyRegistration registration,
      AdAccounts adAccounts,
      KeyTester tester,
      Caller caller) {
    this.apiKeys = apiKeys;
    this.registration = registration;
    this.adAccounts = adAccounts;
    this.tester = tester;
    this.caller = caller;
  }

  @POST
  @ResponseStatus(201)
  @Operation(summary = "Register a key, or join the one that somebody registered already")
  public Uni<ApiKeyView> register(@Valid @NotNull NewApiKey wanted) {
    UUID organisation = caller.organisation();
    Executor here = MutinyHelper.executor(Vertx.currentContext());
    return tester
        .requireWorks(wanted)
        .emitOn(here)
        .chain(() -> registration.register(organisation, wanted));
  }

  @GET
  @Operation(summary = "The keys of the caller's organisations; all of them for operators")
  public Uni<List<ApiKeyView>> list() {
    return apiKeys.list();
  }

  @PUT
  @Path("/{id}/secret")
  @ResponseStatus(204)
  @Operation(summary = "Rotate the secret; the next call to NAVER uses it")
  public Uni<Void> rotate(UUID id, @Valid @NotNull NewSecret secret) {
    Executor here = MutinyHelper.executor(Vertx.currentContext());
    return apiKeys
        .require(id)
        .chain(() -> tester.requireWorks(id, secret.secretKey()))
        .emitOn(here)
        .chain(() -> apiKeys.rotate(id, secret.secretKey()));
  }

  @GET
  @Path("/{id}/ad-accounts")
  @Operation(summary = "The ad accounts that are reached with a key")
  public Uni<List<AdAccountView>> adAccounts(UUID id) {
    Scope scope = caller.scope();
    return apiKeys.require(id).chain(() -> adAccounts.list(scope, id));
  }

  @PUT
  @Path("/{id}/ad-accounts/{customerId}")
  @ResponseStatus(204)
  @Operation(summary = "Add an ad account, or rename it")
  public Uni<Void> putAdAccount(
      UUID id,
      @Pattern(regexp = NewAdAccount.CUSTOMER_ID, message = "must be 1 to 18 digits")
          String customerId,
      @Valid @NotNull AdAccountName account) {
    Scope scope = caller.scope();
    return apiKeys.require(id).chain(() -> adAccounts.put(scope, id, customerId, account.name()));
  }

  /** Body of a rotation. */
  public record NewSecret(@NotBlank @Size(max = 300) String secretKey) {

    @Override
    public String toString() {
      return "NewSecret[hidden]";
    }
  }

  /** Body of a PUT of an ad account. */
  public record AdAccountName(@NotBlank @Size(max = 100) String name) {}
}
