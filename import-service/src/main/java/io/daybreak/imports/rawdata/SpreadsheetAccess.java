package io.daybreak.imports.rawdata;

import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.SpreadsheetProof;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * Whether an organisation has proved a spreadsheet. sheet-service knows, and is asked in the
 * caller's name; where it cannot be asked, nothing is begun.
 */
@ApplicationScoped
class SpreadsheetAccess {

  private static final ProblemType UNKNOWN =
      new ProblemType("spreadsheet-proof-unavailable", 503, "The proof cannot be looked up");

  private static final int FORBIDDEN = 403;

  private final SpreadsheetProof proof;
  private final Caller caller;
  private final BindingApi sheets;

  SpreadsheetAccess(SpreadsheetProof proof, Settings settings, Caller caller) {
    this.proof = proof;
    this.caller = caller;
    this.sheets =
        QuarkusRestClientBuilder.newBuilder()
            .baseUri(settings.service())
            .connectTimeout(2, TimeUnit.SECONDS)
            .readTimeout(5, TimeUnit.SECONDS)
            .build(BindingApi.class);
  }

  /**
   * Throws a problem unless the organisation may use all of them.
   *
   * @param template null if there is none
   */
  Uni<Void> require(UUID organisation, String spreadsheet, @Nullable String template) {
    if (!proof.needed()) {
      return Uni.createFrom().voidItem();
    }
    String token = "Bearer " + caller.presence().token();
    Uni<Void> target = require(token, organisation, spreadsheet, "spreadsheet");
    return template == null
        ? target
        : target.chain(() -> require(token, organisation, template, "template"));
  }

  private Uni<Void> require(String token, UUID organisation, String spreadsheet, String field) {
    return sheets
        .binding(spreadsheet, token, organisation)
        .onFailure()
        .transform(failure -> problem(failure, spreadsheet, field));
  }

  private static Throwable problem(Throwable failure, String spreadsheet, String field) {
    return failure instanceof WebApplicationException refused
            && refused.getResponse().getStatus() == FORBIDDEN
        ? Problems.with(
                SpreadsheetProof.NOT_PROVED,
                "Ask for a code for it, put the code into one of its first cells, confirm, then"
                    + " import.")
            .with("spreadsheet", spreadsheet)
            .with("field", field)
            .build()
        : Problems.of(UNKNOWN, "Try again in a minute.");
  }

  /** sheet-service. */
  @RegisterRestClient(configKey = "spreadsheet-bindings")
  @Path("/api/spreadsheets")
  interface BindingApi {

    @GET
    @Path("/{id}/binding")
    Uni<Void> binding(
        @PathParam("id") String spreadsheet,
        @HeaderParam("Authorization") String authorization,
        @HeaderParam("Daybreak-Organisation") UUID organisation);
  }

  /** Where proofs are looked up. */
  @ConfigMapping(prefix = "daybreak.spreadsheets")
  interface Settings {

    /** Where sheet-service is, which keeps the proofs. */
    @WithDefault("http://sheet-service:8082")
    URI service();
  }
}
