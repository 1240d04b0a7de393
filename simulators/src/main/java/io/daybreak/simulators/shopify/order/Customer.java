package io.daybreak.simulators.shopify.order;

/** Who ordered. Shopify hides the person from apps without access to protected customer data. */
public record Customer(long id, String email, String firstName, String lastName) {}
