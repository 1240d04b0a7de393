package io.daybreak.acceptance.bench.footprint;

/**
 * What one service takes, in one form.
 *
 * @param startMillis from the start of the process to its first answer, the middle of several
 * @param mebibytesAtRest resident after its start
 * @param mebibytesAfterRequests resident after the requests
 * @param mebibytesAfterImport resident after the import
 * @param mebibytesOwn the part of that which is not pages of files
 * @param mebibytesAtMost the most that was ever resident
 * @param mebibytesOnDisk size of the executable, or of the application without the JDK
 */
record Footprint(
    long startMillis,
    long mebibytesAtRest,
    long mebibytesAfterRequests,
    long mebibytesAfterImport,
    long mebibytesOwn,
    long mebibytesAtMost,
    long mebibytesOnDisk) {}
