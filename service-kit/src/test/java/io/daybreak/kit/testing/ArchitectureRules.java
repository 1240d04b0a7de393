package io.daybreak.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.jspecify.annotations.NullMarked;

/**
 * What holds in every service. A service checks it with
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "io.daybreak.sheets", importOptions = DoNotIncludeTests.class)
 * class ArchitectureTest {
 *   @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

  private static final DescribedPredicate<JavaClass> REPEATING =
      describe(
          "repeat calls by themselves",
          type ->
              Set.of("Retry", "RetryBuilder", "UniRetry", "MultiRetry")
                  .contains(type.getSimpleName()));

  private static final DescribedPredicate<JavaClass> RESENDING =
      describe(
          "send a request again on a broken keep-alive connection",
          type ->
              Set.of(
                      "java.net.HttpURLConnection",
                      "java.net.URLConnection",
                      "java.net.http.HttpClient",
                      "com.google.api.client.http.javanet.NetHttpTransport")
                  .contains(type.getName()));

  private static final DescribedPredicate<JavaMethod> OPEN_TO_CALLERS_OF_A_GATEWAY =
      describe(
          "public methods of gateways",
          method ->
              method.getModifiers().contains(JavaModifier.PUBLIC)
                  && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                  && !method.getModifiers().contains(JavaModifier.STATIC)
                  && method.getOwner().getSimpleName().endsWith("Gateway")
                  && !method.getOwner().isInterface());

  private static final DescribedPredicate<JavaField> INJECTED =
      describe(
          "injected",
          field ->
              field.isAnnotatedWith(Inject.class) || field.isAnnotatedWith(ConfigProperty.class));

  private static final DescribedPredicate<JavaCall<?>> STARTS_THREADS =
      describe(
          "start threads or timers",
          call ->
              call.getTargetOwner().getName().equals("java.util.concurrent.Executors")
                  || call.getTargetOwner().getName().equals("java.lang.Thread")
                      && call.getName().equals("<init>")
                  || call.getName().equals("setPeriodic"));

  /** May only become fewer. */
  private static final Set<String> NOT_YET_ON_KIT_WORK =
      Set.of(
          "io.daybreak.kit.outbox.OutboxRelay",
          "io.daybreak.kit.deadletter.DeadLetterHandler",
          "io.daybreak.kit.queue.QueueConsumer",
          "io.daybreak.kit.queue.QueueConsumers",
          "io.daybreak.imports.fetch.Fetch",
          "io.daybreak.sheets.run.Leases");

  @ArchTest static final ArchRule GATEWAYS_GIVE_UP_IN_TIME = gatewayMethodsCarry(Timeout.class);

  @ArchTest static final ArchRule GATEWAYS_BOUND_THEIR_CALLS = gatewayMethodsCarry(Bulkhead.class);

  @ArchTest
  static final ArchRule NOTHING_IS_RETRIED =
      noClasses()
          .should()
          .dependOnClassesThat(REPEATING)
          .because(
              "zero retry: what fails has failed, and a person or a batch decides to repeat it");

  @ArchTest
  static final ArchRule NO_CLIENT_SENDS_AGAIN_BY_ITSELF =
      noClasses().should().dependOnClassesThat(RESENDING).because("zero retry holds on the wire");

  @ArchTest
  static final ArchRule FEATURES_FORM_NO_CYCLES =
      slices().matching("io.daybreak.(*).(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest static final ArchRule IMPORTS_SEES_NO_OTHER_SERVICE = seesNoOther("imports");

  @ArchTest static final ArchRule SHEETS_SEES_NO_OTHER_SERVICE = seesNoOther("sheets");

  @ArchTest static final ArchRule ORDERS_SEES_NO_OTHER_SERVICE = seesNoOther("orders");

  @ArchTest static final ArchRule KIT_SEES_NO_SERVICE = seesNoOther("kit");

  @ArchTest
  static final ArchRule FIELDS_ARE_NOT_INJECTED =
      fields()
          .should(not(be(INJECTED)))
          .allowEmptyShould(true)
          .because("what a class needs is in its constructor");

  @ArchTest
  static final ArchRule PACKAGES_ARE_FEATURES =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..",
              "..utils..",
              "..common..",
              "..impl..",
              "..dto..",
              "..manager..",
              "..helper..")
          .because("a package is named after what it is about");

  @ArchTest
  static final ArchRule ABSENCE_IS_MARKED =
      classes()
          .should(
              be(
                  describe(
                      "in a package that is @NullMarked",
                      (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

  @ArchTest
  static final ArchRule ONLY_KIT_WORK_STARTS_THREADS_AND_TIMERS =
      noClasses()
          .that(outside("io.daybreak.kit.work", NOT_YET_ON_KIT_WORK))
          .should()
          .callCodeUnitWhere(STARTS_THREADS)
          .because("work is claimed, renewed, polled for and swept in one place: kit/work");

  @ArchTest
  static final ArchRule ONLY_KIT_SQL_WAITS =
      noClasses()
          .that(outside("io.daybreak.kit.sql", Set.of()))
          .should()
          .dependOnClassesThat(
              describe(
                  "wait for a Uni",
                  type -> type.getName().equals("io.smallrye.mutiny.groups.UniAwait")))
          .because("workers block at one door, BlockingSql, with one timeout");

  private ArchitectureRules() {}

  private static DescribedPredicate<JavaClass> outside(String door, Set<String> notYet) {
    return describe(
        "outside of " + door,
        type ->
            !type.getPackageName().equals(door)
                && notYet.stream()
                    .noneMatch(
                        name ->
                            type.getName().equals(name) || type.getName().startsWith(name + "$")));
  }

  private static ArchRule gatewayMethodsCarry(Class<? extends Annotation> guard) {
    return methods()
        .that(OPEN_TO_CALLERS_OF_A_GATEWAY)
        .should(
            be(
                describe(
                    "guarded by @" + guard.getSimpleName(),
                    (JavaMethod method) ->
                        method.isAnnotatedWith(guard) || method.getOwner().isAnnotatedWith(guard))))
        .allowEmptyShould(true)
        .because("the outside may hang, and one caller must not take all threads");
  }

  private static ArchRule seesNoOther(String own) {
    String[] others =
        Set.of("imports", "sheets", "orders", "stack").stream()
            .filter(name -> !name.equals(own))
            .map(name -> "io.daybreak." + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that(resideInAPackage("io.daybreak." + own + ".."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(others))
        .allowEmptyShould(true)
        .because("services talk by messages and HTTP only");
  }
}
