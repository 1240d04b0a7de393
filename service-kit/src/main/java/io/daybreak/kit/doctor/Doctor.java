package io.daybreak.kit.doctor;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks at everything, one after the other. */
@ApplicationScoped
class Doctor {

  private final List<Check> checks;

  Doctor(@All List<Check> checks) {
    this.checks = checks.stream().sorted(Comparator.comparing(Check::name)).toList();
  }

  List<Diagnosis> look() {
    return checks.stream().map(Doctor::diagnose).toList();
  }

  private static Diagnosis diagnose(Check check) {
    long began = System.nanoTime();
    Result result = result(check);
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    return new Diagnosis(check.name(), result.verdict(), result.english(), result.korean(), took);
  }

  private static Result result(Check check) {
    try {
      return check.look();
    } catch (RuntimeException e) { // the edge of the check: the others are looked at all the same
      Log.warnf(e, "The check %s could not look", check.name());
      String fault = e.getClass().getSimpleName();
      return Result.wrong(
          "It could not be looked at (%s). The log has the details.".formatted(fault),
          "확인하지 못했습니다(%s). 자세한 내용은 로그에 있습니다.".formatted(fault));
    }
  }
}
