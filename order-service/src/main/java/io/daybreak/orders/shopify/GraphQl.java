package io.daybreak.orders.shopify;

import java.util.Map;

/** A GraphQL request. */
record GraphQl(String query, Map<String, Object> variables) {}
