package io.daybreak.orders.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * New settings.
 *
 * @param version of the shop that the change is based on
 */
record ShopChange(int version, @NotNull @Valid ShopSettings settings) {}
