package io.daybreak.imports.apikey;

/** An ad account of a key. */
public record AdAccountView(String customerId, String name) {}
