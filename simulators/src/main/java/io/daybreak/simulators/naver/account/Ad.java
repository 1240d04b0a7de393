package io.daybreak.simulators.naver.account;

/** An ad of a generated account. */
public record Ad(String id, AdGroup adGroup) {}
