package io.daybreak.simulators.naver.account;

/**
 * An ad group of a generated account.
 *
 * @param bid won a click
 */
public record AdGroup(String id, Campaign campaign, String name, int bid) {}
