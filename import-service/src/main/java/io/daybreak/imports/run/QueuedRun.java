package io.daybreak.imports.run;

import io.daybreak.imports.plan.RowsBasis;
import java.util.UUID;

/**
 * A run that was just put into the queue.
 *
 * @param days days it will fetch
 * @param calls calls to NAVER it will make
 * @param rows rows it will probably write
 */
public record QueuedRun(
    UUID runId,
    UUID rawDataId,
    UUID apiKeyId,
    RunState state,
    int days,
    long calls,
    long rows,
    RowsBasis rowsBasis) {}
