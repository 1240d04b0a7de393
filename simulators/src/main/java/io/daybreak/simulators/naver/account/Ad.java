package io.daybreak.simulators.naver.account;

/**
 * An ad of a generated account.
 *
 * @param id {@value #NONE} where reports name none
 */
public record Ad(String id, AdGroup adGroup) {

  /** What reports write for the ads that NAVER makes by itself (ADVoost Max, since July 2026). */
  public static final String NONE = "-";
}
