package io.daybreak.kit.alert;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.kit.access.OwnService;
import io.daybreak.kit.access.Roles;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
import io.daybreak.kit.work.Replicas;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class AlertWatchTest {

  @Inject Pool pool;
  @Inject BlockingSql sql;
  @Inject Replicas replicas;
  @Inject AlertTable table;
  @Inject AlertMetrics metrics;
  @Inject OwnService service;
  @Inject ObjectMapper json;

  private final HandClock clock = new HandClock();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final AtomicReference<Finding> letters = new AtomicReference<>(Finding.NONE);
  private final AtomicReference<Finding> runs = new AtomicReference<>(Finding.NONE);

  @BeforeEach
  void empty() {
    pool.query("truncate alert, exclusive_work").executeAndAwait();
  }

  @Test
  void allThatIsToBeToldIsOneMessageWithCounts() {
    letters.set(new Finding(12, "데드레터 열두 건", "twelve letters"));
    runs.set(new Finding(7, "실패 일곱 건", "seven runs"));

    AlertWatch watch = replica();
    watch.evaluate();
    watch.evaluate();

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0))
        .contains("service-kit", "`letters` ×12", "데드레터 열두 건", "twelve letters", "`runs` ×7")
        .contains("11-21 07:30부터");
  }

  @Test
  void afterTheQuietPeriodItIsToldAgainAndItsEndOnce() {
    letters.set(new Finding(12, "열둘", "twelve"));
    AlertWatch watch = replica();
    watch.evaluate();
    clock.advance(ofMinutes(29));
    watch.evaluate();
    assertThat(messages).hasSize(1);

    clock.advance(ofMinutes(1));
    letters.set(new Finding(40, "마흔", "forty"));
    watch.evaluate();
    assertThat(messages).hasSize(2);
    assertThat(messages.get(1)).contains("×40");

    letters.set(Finding.NONE);
    watch.evaluate();
    watch.evaluate();
    assertThat(messages).hasSize(3);
    assertThat(messages.get(2)).contains("해소", "Over: forty");
  }

  @Test
  void aRuleCanHaveItsOwnQuietPeriod() {
    AlertWatch watch = replica(new ScriptedRule("talkative", () -> new Finding(1, "하나", "one")));
    watch.evaluate();
    clock.advance(ofMinutes(1));
    watch.evaluate();

    assertThat(messages).hasSize(2);
  }

  @Test
  void threeReplicasTellOnce() {
    letters.set(new Finding(12, "열둘", "twelve"));
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<CompletableFuture<Void>> replicas = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      AlertWatch watch = replica();
      replicas.add(
          CompletableFuture.runAsync(
              () -> {
                for (int round = 0; round < 20; round++) {
                  watch.evaluate();
                }
              },
              threads));
    }
    replicas.forEach(CompletableFuture::join);
    threads.shutdown();

    assertThat(messages).hasSize(1);
  }

  @Test
  void aReplicaThatReadAnOldStateChangesAndTellsNothing() {
    Alert read = Alert.quiet("letters");
    Finding found = new Finding(1, "하나", "one");
    Alert next = read.on(found, clock.instant(), ofMinutes(30)).next();

    assertThat(table.save(next)).isTrue();
    assertThat(table.save(next)).as("by a second one that had read the same").isFalse();
  }

  @Test
  void aRuleThatCannotLookKeepsNoOtherFromBeingTold() {
    letters.set(new Finding(12, "열둘", "twelve"));
    AlertRule broken =
        new ScriptedRule(
            "broken",
            () -> {
              throw new IllegalStateException("on purpose");
            });

    replica(broken, new ScriptedRule("letters", letters::get)).evaluate();

    assertThat(messages).hasSize(1);
  }

  @Test
  void operatorsSeeWhatFires() {
    letters.set(new Finding(12, "열둘", "twelve"));
    runs.set(new Finding(1, "하나", "one"));
    AlertWatch watch = replica();
    watch.evaluate();
    runs.set(Finding.NONE);
    watch.evaluate();

    as(Roles.OPERATOR)
        .get("/api/alerts/service-kit")
        .then()
        .statusCode(200)
        .body("rule", contains("letters", "runs"))
        .body("state", contains("FIRING", "RESOLVED"))
        .body("[0].count", equalTo(12))
        .body("[0].korean", equalTo("열둘"))
        .body("[0].telling", equalTo("told"));
    as(Roles.OPERATOR).get("/api/alerts/service-kit?state=FIRING").then().body("$", hasSize(1));
    as(Roles.OPERATOR).get("/api/alerts/import-service").then().statusCode(404);
    as(Roles.MARKETER).get("/api/alerts/service-kit").then().statusCode(403);
    as(Roles.SERVICE).get("/api/alerts/service-kit").then().statusCode(403);
    given().get("/api/alerts/service-kit").then().statusCode(401);
  }

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(Tokens.of("somebody", role));
  }

  private AlertWatch replica() {
    return replica(new ScriptedRule("letters", letters::get), new ScriptedRule("runs", runs::get));
  }

  private AlertWatch replica(AlertRule... rules) {
    AlertSettings settings = new SlackSettings(null, null);
    SlackGateway slack =
        new SlackGateway(null, json, settings) {
          @Override
          public Uni<Notification> post(String text) {
            messages.add(text);
            return Uni.createFrom().item(Notification.TOLD);
          }
        };
    return new AlertWatch(
        List.of(rules), replicas.alive(), table, slack, metrics, service, settings, sql, clock);
  }
}
