package io.daybreak.orders.shop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A secret on its way in; it never comes out again. */
record NewSecret(@NotBlank @Size(max = 500) String secret) {

  @Override
  public String toString() {
    return "NewSecret[]";
  }
}
