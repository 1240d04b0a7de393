package io.daybreak.kit.work;

/**
 * The work is no longer its claimant's: it was ended by somebody else, or the claim expired.
 * Nothing more is done about it; whoever ended it has written the reason.
 */
public final class ClaimLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ClaimLostException(String message) {
    super(message, null, false, false); // how the work goes on, not a fault that has to be found
  }
}
