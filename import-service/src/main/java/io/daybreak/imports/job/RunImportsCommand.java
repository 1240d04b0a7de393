package io.daybreak.imports.job;

import io.daybreak.kit.work.WorkThreads;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.Dependent;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a Job runs. */
@Dependent
@Unremovable // only picocli asks for it
@Command(
    name = "run-imports",
    description = "Executes one long run, then the long runs of its API key that follow.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:no run failed, or another worker has claimed the run",
      "1:a run failed; its log has the reason",
      "2:the command is not understood",
      "143:the process was stopped"
    },
    mixinStandardHelpOptions = true)
public class RunImportsCommand implements Callable<Integer> {

  private static final int RUN_FAILED = 1;
  private static final int STOPPED = 143;

  private final JobWork work;

  @Parameters(paramLabel = "RUN", description = "Id of the run to begin with.")
  UUID runId;

  @Nullable
  @Option(names = "--job", description = "Name of the Job that this process is.")
  String job;

  RunImportsCommand(JobWork work) {
    this.work = work;
  }

  @Override
  public Integer call() throws InterruptedException {
    Thread stop = WorkThreads.thread("stop", work::stop);
    Runtime.getRuntime().addShutdownHook(stop);
    boolean good = work.work(runId, worker());
    if (work.stopping()) {
      return STOPPED;
    }
    Runtime.getRuntime().removeShutdownHook(stop);
    return good ? 0 : RUN_FAILED;
  }

  private String worker() {
    return job == null
        ? "command/" + ProcessHandle.current().pid() + "-" + UUID.randomUUID()
        : JobName.parse(job).map(JobName::worker).orElse("job/" + job);
  }
}
