package io.daybreak.imports.keyuse;

import io.daybreak.imports.apikey.AdAccounts;
import io.daybreak.imports.apikey.ApiKeyVault;
import io.daybreak.imports.apikey.KeyTester;
import io.daybreak.imports.apikey.NaverCredentials;
import io.daybreak.imports.apikey.NewApiKey;
import io.daybreak.imports.naver.KeyProbe;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.NaverFailure;
import io.daybreak.kit.access.Scope;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tests keys with one signed call, and says what is wrong by NAVER's status and type. */
@ApplicationScoped
class KeyCheck implements KeyTester {

  private static final ProblemType KEY_UNKNOWN =
      new ProblemType("naver-key-unknown", 422, "NAVER does not know this access licence");

  private static final ProblemType KEY_RENEWED =
      new ProblemType("naver-key-renewed", 422, "NAVER refuses this secret key");

  private static final ProblemType KEY_REFUSED =
      new ProblemType("naver-key-refused", 422, "NAVER refuses the key");

  private static final ProblemType NO_PERMISSION =
      new ProblemType("naver-no-permission", 422, "The key may not read the ad account");

  private static final ProblemType UNREACHABLE =
      new ProblemType("naver-unavailable", 503, "NAVER could not be asked");

  private final KeyProbe probe;
  private final ApiKeyVault vault;
  private final AdAccounts accounts;
  private final KeyCheckConfig config;

  KeyCheck(KeyProbe probe, ApiKeyVault vault, AdAccounts accounts, KeyCheckConfig config) {
    this.probe = probe;
    this.vault = vault;
    this.accounts = accounts;
    this.config = config;
  }

  @Override
  public boolean proves() {
    return config.tested();
  }

  @Override
  public Uni<Void> requireWorks(NewApiKey wanted) {
    return test(
        new NaverCredentials(wanted.accessLicense(), wanted.secretKey()),
        wanted.adAccounts().isEmpty() ? null : wanted.adAccounts().get(0).customerId());
  }

  @Override
  public Uni<Void> requireWorks(UUID apiKeyId, String secretKey) {
    return accounts
        .list(new Scope.Everybody(), apiKeyId)
        .chain(
            known ->
                vault
                    .credentials(apiKeyId)
                    .chain(
                        stored ->
                            test(
                                new NaverCredentials(stored.accessLicence(), secretKey),
                                known.isEmpty() ? null : known.get(0).customerId())));
  }

  private Uni<Void> test(NaverCredentials credentials, @Nullable String customerId) {
    if (!config.tested()) {
      return Uni.createFrom().voidItem();
    }
    Context caller = Vertx.currentContext();
    return Uni.createFrom()
        .voidItem()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(() -> probe.test(credentials, customerId))
        .onFailure(NaverException.class)
        .transform(e -> problem(((NaverException) e).failure(), customerId))
        .emitOn(task -> backTo(caller, task));
  }

  /** What is stored afterwards has to be stored where the request began, on its event loop. */
  private static void backTo(@Nullable Context caller, Runnable task) {
    if (caller == null) {
      task.run();
    } else {
      caller.runOnContext(there -> task.run());
    }
  }

  private static HttpProblem problem(NaverFailure failure, @Nullable String customerId) {
    if (failure instanceof NaverFailure.KeyRefused refused) {
      return keyRefused(refused.type());
    }
    if (failure instanceof NaverFailure.NoPermission) {
      return Problems.with(
              NO_PERMISSION,
              "Check the ad account's number, or let its owner grant access at NAVER. Nothing was"
                  + " stored.")
          .with("customerId", customerId == null ? "" : customerId)
          .build();
    }
    return Problems.of(
        UNREACHABLE,
        "Nothing was stored; try again in a minute. NAVER has to confirm a key first.");
  }

  private static HttpProblem keyRefused(@Nullable String type) {
    if ("invalid-apikey".equals(type)) {
      return Problems.of(
          KEY_UNKNOWN,
          "Copy the access licence from NAVER's API manager; it may have been issued anew. Nothing"
              + " was stored.");
    }
    if ("invalid-signature".equals(type)) {
      return Problems.of(
          KEY_RENEWED,
          "Copy the secret key from NAVER's API manager; NAVER renews secrets, and the old ones stop"
              + " at once. Nothing was stored.");
    }
    return Problems.of(
        KEY_REFUSED,
        "Check the licence and the secret in NAVER's API manager. Nothing was stored.");
  }
}
