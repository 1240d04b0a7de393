package io.daybreak.simulators.naver.account;

/**
 * A keyword of a generated account.
 *
 * @param deleted entity calls do not know it any more, while reports of past days still name it
 * @param purged deleted so long ago that a call which asks for it by its id is refused
 */
public record Keyword(String id, AdGroup adGroup, String text, boolean deleted, boolean purged) {}
