package io.daybreak.acceptance.world;

import io.daybreak.simulators.access.Person;
import io.daybreak.simulators.glue.GlueSimulator;
import io.daybreak.simulators.naver.NaverSimulator;
import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.s3.S3Simulator;
import io.daybreak.simulators.sheets.SheetsSimulator;
import io.daybreak.simulators.slack.Access;
import io.daybreak.simulators.slack.SlackSimulator;
import io.daybreak.simulators.slack.event.EventRules;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.StackOptions;
import io.daybreak.stack.start.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The product and its outside world while the proofs run. */
public final class World implements AutoCloseable {

  private static final long FIRST_CUSTOMER = 2_000_001;

  private final Stack stack;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Secrets secrets = new Secrets();

  private World(Stack stack) {
    this.stack = stack;
  }

  /** Starts everything; the working tree is the folder above this module. */
  static World start() {
    return start(ShortTimes.options());
  }

  /** The same for a proof that needs services of its own. */
  public static World start(StackOptions options) {
    try {
      Stack stack = Stack.start(new Workspace(Path.of("..")), options);
      int google = 2 * ShortTimes.GOOGLE_CALLS_PER_MINUTE;
      stack.outside().simulators().sheets().limit(google, google);
      // Google's client takes a token that ends so soon for ended: every call asks for one.
      stack.outside().simulators().sheets().tokensLast(Duration.ofMinutes(1));
      return new World(stack);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("The stack did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Stack stack() {
    return stack;
  }

  public NaverSimulator naver() {
    return stack.outside().simulators().naver();
  }

  public SheetsSimulator sheets() {
    return stack.outside().simulators().sheets();
  }

  /** What no answer and no log may contain. */
  public Secrets secrets() {
    return secrets;
  }

  public List<ServiceProcess> replicas() {
    return stack.services();
  }

  public SlackSimulator slack() {
    return stack.outside().simulators().slack();
  }

  public S3Simulator s3() {
    return stack.outside().simulators().s3();
  }

  public GlueSimulator glue() {
    return stack.outside().simulators().glue();
  }

  public List<ServiceProcess> replicas(ServiceName service) {
    return stack.instancesOf(service);
  }

  /** Where the first living replica answers. */
  public URI url(ServiceName service) {
    return replicas(service).stream()
        .filter(ServiceProcess::isAlive)
        .findFirst()
        .orElseThrow()
        .launch()
        .url();
  }

  public Database database(ServiceName service) {
    String name = service.shortName();
    return new Database(stack.outside().databases().jdbcUrl(name), name);
  }

  /** Folder with the log files of all services of this start. */
  public Path logs() {
    return stack.folder().logs();
  }

  /** Spreadsheets as their owner sees them. */
  public Spreadsheets spreadsheets() {
    return new Spreadsheets(sheets());
  }

  /** A new ad account of a few hundred rows a day, with an API key of its own. */
  public AccountSpec account() {
    int number = numbers.incrementAndGet();
    return account(
        AccountSpec.small(
            "licence-" + number, "secret-of-key-" + number, FIRST_CUSTOMER + number, number));
  }

  /** A new ad account that has at least so many rows in so many days, in the longest format. */
  public AccountSpec largeAccount(int rows, int days) {
    int number = numbers.incrementAndGet();
    return account(
        AccountSpec.big(
            "licence-" + number,
            "secret-of-key-" + number,
            FIRST_CUSTOMER + number,
            number,
            rows,
            days));
  }

  /** One more ad account that the API key of another reaches. */
  public AccountSpec accountBesides(AccountSpec other) {
    return account(other.forCustomer(FIRST_CUSTOMER + numbers.incrementAndGet()));
  }

  public AccountSpec account(AccountSpec spec) {
    secrets.add(spec.secret());
    naver().create(spec);
    return spec;
  }

  /** Somebody nobody has heard of, who may define imports. */
  public Marketer newcomer() {
    return marketer("person-" + numbers.incrementAndGet());
  }

  public Marketer marketer(String subject) {
    return new Marketer(this, client(new Person(subject, Set.of("marketer"))));
  }

  /** Calls of import-service with a person's token. */
  public Client client(Person person) {
    return client(person, ServiceName.IMPORT);
  }

  /** Calls of a service with a person's token. */
  public Client client(Person person, ServiceName service) {
    String token = stack.tokenFor(person);
    secrets.add(token);
    return new Client(() -> url(service), token, secrets::requireNoneIn);
  }

  /** Starts a killed replica again, as Kubernetes does. */
  public void restart(ServiceProcess dead) throws IOException, InterruptedException {
    stack.restart(dead);
  }

  /** Starts all killed replicas again. */
  public void restartDead() throws IOException, InterruptedException {
    stack.restart(stack.services().stream().filter(process -> !process.isAlive()).toList());
  }

  /** Takes back what a test before has spoiled. */
  void calm() throws IOException, InterruptedException {
    naver().faults().clear();
    naver().scripts().clear();
    naver().limit(RateLimits.standard());
    sheets().faults().clear();
    slack().faults().clear();
    slack().access(Access.FULL);
    slack().events().rules(EventRules.real());
    s3().faults().clear();
    glue().faults().clear();
    restartDead();
  }

  @Override
  public void close() {
    stack.close();
  }
}
