package io.daybreak.imports.apikey;

import io.daybreak.kit.access.Caller;
import io.daybreak.kit.problem.Problems;
import io.daybreak.kit.secret.SecretBox;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The API keys that a caller may see: those they share, or all for operators. */
@ApplicationScoped
public class ApiKeys implements PanacheRepositoryBase<ApiKey, UUID> {

  private final Caller caller;
  private final SecretBox box;

  ApiKeys(Caller caller, SecretBox box) {
    this.caller = caller;
    this.box = box;
  }

  @WithSession
  Uni<List<ApiKey>> visible() {
    Sort byAge = Sort.by("createdAt").and("id");
    return caller.isOperator()
        ? listAll(byAge)
        : list("?1 member of members", byAge, caller.subject());
  }

  /** Replaces the secret: the next call to NAVER is signed with the new one. */
  @WithTransaction
  Uni<Void> rotate(UUID id, String secretKey) {
    return one(id)
        .invoke(key -> key.sealedSecret = box.seal(secretKey, ApiKeyVault.secretContext(id)))
        .replaceWithVoid();
  }

  /** Throws a problem (404) unless the caller shares the key. */
  @WithSession
  public Uni<Void> requireVisible(UUID id) {
    return one(id).replaceWithVoid();
  }

  private Uni<ApiKey> one(UUID id) {
    Uni<ApiKey> found =
        caller.isOperator()
            ? findById(id)
            : find("id = ?1 and ?2 member of members", id, caller.subject()).firstResult();
    return found
        .onItem()
        .ifNull()
        .failWith(
            () ->
                Problems.of(
                    ApiKeyProblems.NOT_FOUND,
                    "No API key of yours has this id. List yours first."));
  }
}
