package io.daybreak.imports.plan;

/**
 * What a run will cost.
 *
 * @param days days to fetch
 * @param calls calls to NAVER
 * @param estimatedRows rows the run will write
 * @param rowsBasis what the number of rows rests on
 * @param cells cells those rows fill, the notice and the header included
 * @param seconds seconds from its start to its end
 * @param waitSeconds seconds until it starts: what the runs before it still need of the API key
 */
public record Plan(
    int days,
    long calls,
    long estimatedRows,
    RowsBasis rowsBasis,
    long cells,
    long seconds,
    long waitSeconds) {}
