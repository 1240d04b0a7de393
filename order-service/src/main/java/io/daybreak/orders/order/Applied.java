package io.daybreak.orders.order;

/** What became of a version of an order. */
public enum Applied {
  NEW,
  UPDATED,
  /** What is stored is the same or newer. */
  UNCHANGED
}
