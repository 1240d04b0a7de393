package io.daybreak.imports.plan;

/**
 * Calls to NAVER that other runs still make before, or beside, a run; they share its rates.
 *
 * @param withKey calls with the same API key, those for the same ad account included
 * @param forAccount calls for the same ad account
 */
public record CallsBefore(double withKey, double forAccount) {

  public static final CallsBefore NONE = new CallsBefore(0, 0);
}
