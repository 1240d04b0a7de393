package io.daybreak.contracts.sheet;

import java.util.UUID;

/**
 * The rows are in the tab; the template's tabs are being copied. Not sent where no template was
 * chosen.
 */
public record TemplateStarted(UUID runId) implements SheetEvent {}
