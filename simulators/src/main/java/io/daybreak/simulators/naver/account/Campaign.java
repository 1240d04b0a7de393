package io.daybreak.simulators.naver.account;

/** A campaign of a generated account. */
public record Campaign(String id, String name, CampaignType type) {}
