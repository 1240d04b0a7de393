package io.daybreak.acceptance.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.acceptance.world.Client;
import io.daybreak.acceptance.world.Database;
import io.daybreak.acceptance.world.World;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.simulators.access.Person;
import io.daybreak.stack.service.ServiceName;
import java.util.ArrayList;
import java.util.List;

/** A service's dead letters, as operators and its database show them. */
record Letters(World world, ServiceName service) {

  private static final String NOBODY = "nobody";

  /** Nobody handles letters: they are claimed by a process that does not exist. */
  void holdBack() {
    database()
        .rows(
            """
            insert into exclusive_work (name, claimed_by, claimed_until)
            values ('dead-letters', ?, now() + interval '1 hour')
            on conflict (name) do update
            set claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until
            returning name
            """,
            NOBODY);
  }

  /** Lets all instances compete for them. */
  void release() {
    database().rows("delete from exclusive_work where claimed_by = ? returning name", NOBODY);
  }

  /** Process id and host of the instance that has a letter in hand; empty if none has. */
  String handler() {
    return database()
        .text(
            """
            select coalesce(max(split_part(claimed_by, '/', 1)), '') from exclusive_work
            where name = 'dead-letters' and exists (select from dead_letter where state = 'SYNCING')
            """);
  }

  /** Messages of a queue that a handler could not handle. */
  long died(Queue queue) {
    return database().number("select count(*) from message_failure where queue = ?", queue.name());
  }

  /** Those of them whose letter is not synchronised yet. */
  long unsettled() {
    return database()
        .number(
            """
            select count(*) from message_failure failure
            where not exists (
              select from dead_letter letter
              where letter.queue = failure.queue and letter.message_id = failure.message_id
                and letter.state = 'SYNCED')
            """);
  }

  List<JsonNode> of(Queue queue) {
    return letters("queue=" + queue);
  }

  List<JsonNode> in(String state) {
    return letters("state=" + state);
  }

  void askAgain(JsonNode letter) {
    operator().call("POST", path() + "/" + letter.path("id").asText() + "/sync", null).expect(202);
  }

  private List<JsonNode> letters(String condition) {
    List<JsonNode> found = new ArrayList<>();
    operator().get(path() + "?size=200&" + condition).expect(200).path("items").forEach(found::add);
    return found;
  }

  private String path() {
    return "/api/dead-letters/" + service.module();
  }

  private Client operator() {
    return world.client(Person.OPERATOR, service);
  }

  private Database database() {
    return world.database(service);
  }
}
