package io.daybreak.imports.job;

import static org.awaitility.Awaitility.await;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import java.time.Duration;
import java.util.UUID;

/** Sets of one person and one API key, whose runs are all long. */
record LongSets(Database database, Person person, String customerId, UUID key) {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  static LongSets ofSomebody(Database database) {
    Person person = Person.marketer();
    String customerId = Person.newCustomerId();
    return new LongSets(database, person, customerId, person.registerKey(customerId));
  }

  Accepted define() {
    return person.define(key, customerId, Person.newSpreadsheetId());
  }

  /** A run whose Job Kubernetes has. */
  Accepted launched() {
    Accepted run = define();
    awaitJobKnown(run);
    return run;
  }

  /** A run that the process of its own Job has claimed. */
  Accepted claimed() {
    Accepted run = launched();
    database.change(
"""
update run set claimed_by = ?, claimed_at = now(), claimed_until = now() + interval '1 hour'
where id = ?
""",
        new JobName(run.runId()).worker(),
        run.runId());
    return run;
  }

  int code(Accepted run) {
    return person.code(run.id());
  }

  void awaitJobKnown(Accepted run) {
    await("the Job is created").atMost(PATIENCE).until(() -> jobKnown(run));
  }

  void awaitFailure(Accepted run, String code) {
    await(code).atMost(PATIENCE).until(() -> code.equals(failure(run)));
  }

  String failure(Accepted run) {
    return database.column("select failure_code from run where id = ?", run.runId()).get(0);
  }

  String failureReason(Accepted run) {
    return database.column("select failure_reason from run where id = ?", run.runId()).get(0);
  }

  private boolean jobKnown(Accepted run) {
    return database.number(
            "select count(*) from run where id = ? and job_created_at is not null", run.runId())
        == 1;
  }
}
