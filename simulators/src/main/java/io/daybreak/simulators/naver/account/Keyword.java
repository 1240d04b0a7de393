package io.daybreak.simulators.naver.account;

/**
 * A keyword of a generated account.
 *
 * @param deleted entity calls do not know it any more, while reports of past days still name it
 */
public record Keyword(String id, AdGroup adGroup, String text, boolean deleted) {}
