package io.daybreak.stack.naver.account;

/** A campaign of a generated account. */
public record Campaign(String id, String name, CampaignType type) {}
