package io.daybreak.imports.run;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish for runs, one for each set.
 *
 * @param lastDay last day to fetch, Asia/Seoul
 * @param batchDate date of the batch that asks, null for any other trigger
 */
public record RunRequest(
    List<UUID> rawDataIds, RunTrigger trigger, LocalDate lastDay, @Nullable LocalDate batchDate) {}
