package io.daybreak.simulators.naver.account;

/** Ids in NAVER's shape, {@code cmp-a001-01-000000000000001}, distinct over all accounts. */
final class EntityIds {

  /** Entities an account may have of one kind. */
  private static final long SPAN = 10_000_000;

  private EntityIds() {}

  static String id(String prefix, int type, long customerId, long number) {
    if (number >= SPAN) {
      throw new IllegalArgumentException("too many entities in one account");
    }
    return "%s-a001-%02d-%015d".formatted(prefix, type, customerId % 100_000_000 * SPAN + number);
  }
}
