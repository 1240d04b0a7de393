package io.daybreak.kit.doctor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.daybreak.kit.access.Roles;
import io.daybreak.kit.doctor.Result.Verdict;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class DoctorTest {

  @Test
  void operatorsSeeWhatIsOutside() {
    as(Roles.OPERATOR)
        .get("/api/doctor/service-kit")
        .then()
        .statusCode(200)
        .body("check", hasItems("database", "queues"))
        .body("find { it.check == 'database' }.verdict", equalTo("OK"))
        .body("find { it.check == 'database' }.english", containsString("migrations"))
        .body("find { it.check == 'queues' }.verdict", equalTo("OK"));
  }

  @Test
  void nobodyElseSeesIt() {
    as(Roles.MARKETER).get("/api/doctor/service-kit").then().statusCode(403);
    as(Roles.SERVICE).get("/api/doctor/service-kit").then().statusCode(403);
    given().get("/api/doctor/service-kit").then().statusCode(401);
    as(Roles.OPERATOR).get("/api/doctor/import-service").then().statusCode(404);
  }

  @Test
  void aCheckThatBreaksIsWrongAndTheOthersAreLookedAt() {
    Doctor doctor = new Doctor(List.of(new Broken(), new Well()));

    List<Diagnosis> found = doctor.look();

    assertThat(found).extracting(Diagnosis::check).containsExactly("a-broken", "b-well");
    assertThat(found).extracting(Diagnosis::verdict).containsExactly(Verdict.WRONG, Verdict.OK);
    assertThat(found.get(0).english()).contains("IllegalStateException").doesNotContain("secret");
  }

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(Tokens.of("somebody", role));
  }

  private record Broken() implements Check {
    @Override
    public String name() {
      return "a-broken";
    }

    @Override
    public Result look() {
      throw new IllegalStateException("a secret");
    }
  }

  private record Well() implements Check {
    @Override
    public String name() {
      return "b-well";
    }

    @Override
    public Result look() {
      return Result.ok("Well.", "정상입니다.");
    }
  }
}
