package io.daybreak.orders.csvimport;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A file to import.
 *
 * @param id of the import
 * @param zone of moments that name none
 * @param file on this process's own disk: no other process can go on with it
 */
record CsvFileToImport(UUID id, long shopId, ZoneId zone, Path file) {}
