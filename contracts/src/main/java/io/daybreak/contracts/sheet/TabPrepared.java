package io.daybreak.contracts.sheet;

import java.util.UUID;

/** The spreadsheet is reachable, has room, and the staging tab stands: rows may come. */
public record TabPrepared(UUID runId) implements SheetEvent {}
