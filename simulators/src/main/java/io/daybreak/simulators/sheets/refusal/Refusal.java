package io.daybreak.simulators.sheets.refusal;

/**
 * A call that Google would refuse. The texts were reproduced against the real API; those that could
 * not be are marked where they are made.
 */
public final class Refusal extends RuntimeException {

  /** HTTP status and the name of the canonical error code that goes with it. */
  public enum Status {
    INVALID_ARGUMENT(400),
    FAILED_PRECONDITION(400),
    UNAUTHENTICATED(401),
    PERMISSION_DENIED(403),
    NOT_FOUND(404),
    RESOURCE_EXHAUSTED(429),
    INTERNAL(500),
    UNIMPLEMENTED(501),
    UNAVAILABLE(503);

    private final int code;

    Status(int code) {
      this.code = code;
    }

    public int code() {
      return code;
    }
  }

  private final Status status;

  private Refusal(Status status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  public static Refusal of(Status status, String message) {
    return new Refusal(status, message);
  }

  public static Refusal invalid(String message) {
    return of(Status.INVALID_ARGUMENT, message);
  }

  public static Refusal notFound() {
    return of(Status.NOT_FOUND, "Requested entity was not found.");
  }

  /** What an Excel file answers that is opened in Google's editor. */
  public static Refusal notNative() {
    return of(Status.FAILED_PRECONDITION, "This operation is not supported for this document");
  }

  public static Refusal forbidden() {
    return of(Status.PERMISSION_DENIED, "The caller does not have permission");
  }

  public Status status() {
    return status;
  }

  public String text() {
    return String.valueOf(getMessage());
  }

  /** The same refusal, its text preceded by where in the request it arose. */
  public Refusal at(String place) {
    return of(status, place + text());
  }
}
