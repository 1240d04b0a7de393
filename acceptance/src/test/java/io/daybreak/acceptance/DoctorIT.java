package io.daybreak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.access.Person;
import io.daybreak.stack.service.ServiceName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stack in which all is well is found well, by every service. */
@InWorld
class DoctorIT {

  private final World world;

  DoctorIT(World world) {
    this.world = world;
  }

  @ParameterizedTest
  @CsvSource({"IMPORT, database queues slack warehouse", "SHEET, database google queues"})
  void allIsWell(ServiceName service, String checks) {
    JsonNode found =
        world.client(Person.OPERATOR, service).get("/api/doctor/" + service.module()).expect(200);

    List<String> names = new ArrayList<>();
    found.forEach(one -> names.add(one.path("check").asText()));
    assertThat(names).containsExactly(checks.split(" "));
    assertThat(found)
        .allSatisfy(
            one -> assertThat(one.path("verdict").asText()).as(one.toString()).isEqualTo("OK"));
  }
}
