package io.daybreak.orders.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * New words of a shop's.
 *
 * @param version of the text that the change is based on; absent for the shop's first one
 */
record MailTextChange(@Nullable Integer version, @NotNull @Valid OwnText text) {}
