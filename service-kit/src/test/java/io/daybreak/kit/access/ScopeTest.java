package io.daybreak.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The one rule of every query: what is outside of a scope is never found. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ScopeTest {

  private static final long SEED = 20261128;

  @Inject Pool pool;

  private final List<UUID> organisations =
      IntStream.range(0, 12).mapToObj(i -> UUID.randomUUID()).toList();

  @Test
  void randomScopesFindTheirRowsAndNoOthers() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      Set<UUID> some = new HashSet<>(organisations.subList(0, random.nextInt(13)));
      some.removeIf(id -> random.nextBoolean());

      assertThat(found(new Scope.Organisations(some).parameter()))
          .as("round %d of seed %d", round, SEED)
          .isEqualTo(some);
    }
  }

  @Test
  void noScopeAndAnEmptyOneFindNothing() {
    assertThat(found(null)).isEmpty();
    assertThat(found(new UUID[0])).isEmpty();
    assertThat(found(Scope.NOTHING.parameter())).isEmpty();
  }

  @Test
  void everybodyHasToBeAskedFor() {
    assertThat(found(new Scope.Everybody().parameter())).hasSameElementsAs(organisations);
  }

  @Test
  void aRowOfNoOrganisationIsNobodysButAnOperators() {
    assertThat(finds(new Scope.Organisations(Set.copyOf(organisations)), null)).isFalse();
    assertThat(finds(new Scope.Everybody(), null)).isTrue();
  }

  @Test
  void anOrganisationOfOneHasTheSameIdInTheDatabaseAndInTheProgram() {
    for (String subject : List.of("minji", "민지", "a'b", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6")) {
      assertThat(
              pool.preparedQuery("select organisation_of_one($1) as id")
                  .executeAndAwait(Tuple.of(subject))
                  .iterator()
                  .next()
                  .getUUID("id"))
          .isEqualTo(OrganisationIds.ofOne(subject));
    }
  }

  private Set<UUID> found(UUID @Nullable [] scope) {
    Set<UUID> ids = new HashSet<>();
    pool.preparedQuery("select id from unnest($2::uuid[]) as row (id) where in_scope($1, id)")
        .executeAndAwait(
            Tuple.tuple().addArrayOfUUID(scope).addArrayOfUUID(organisations.toArray(UUID[]::new)))
        .forEach(row -> ids.add(row.getUUID("id")));
    return ids;
  }

  private boolean finds(Scope scope, @Nullable UUID organisation) {
    return pool.preparedQuery("select coalesce(in_scope($1, $2), false) as found")
        .executeAndAwait(Tuple.of(scope.parameter(), organisation))
        .iterator()
        .next()
        .getBoolean("found");
  }
}
