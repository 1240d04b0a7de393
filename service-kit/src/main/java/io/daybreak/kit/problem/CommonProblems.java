package io.daybreak.kit.problem;

/** The errors that any endpoint can answer with, raised by the framework rather than a feature. */
public final class CommonProblems {

  public static final ProblemType INVALID_REQUEST =
      new ProblemType("invalid-request", 400, "The request has invalid fields");

  public static final ProblemType MALFORMED_JSON =
      new ProblemType("malformed-json", 400, "The body is not JSON");

  public static final ProblemType UNEXPECTED_JSON =
      new ProblemType("unexpected-json", 400, "The body is JSON of another shape");

  public static final ProblemType BAD_REQUEST =
      new ProblemType("bad-request", 400, "The request cannot be understood");

  public static final ProblemType CONTROL_CHARACTER =
      new ProblemType("control-character", 400, "The request holds a control character");

  public static final ProblemType UNAUTHENTICATED =
      new ProblemType("unauthenticated", 401, "Nobody is signed in");

  public static final ProblemType FORBIDDEN =
      new ProblemType("forbidden", 403, "This is not allowed for you");

  public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "Nothing is here");

  public static final ProblemType METHOD_NOT_ALLOWED =
      new ProblemType("method-not-allowed", 405, "The method does not exist here");

  public static final ProblemType NOT_ACCEPTABLE =
      new ProblemType("not-acceptable", 406, "No such representation");

  public static final ProblemType CHANGED_MEANWHILE =
      new ProblemType("changed-meanwhile", 409, "Somebody else changed it meanwhile");

  public static final ProblemType CONFLICT =
      new ProblemType("conflict", 409, "The request contradicts what is stored");

  public static final ProblemType BODY_LENGTH_MISSING =
      new ProblemType("body-length-missing", 411, "The body's length is missing");

  public static final ProblemType BODY_TOO_LARGE =
      new ProblemType("body-too-large", 413, "The body is too large");

  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      new ProblemType("unsupported-media-type", 415, "The body is of an unsupported type");

  public static final ProblemType TOO_MANY_REQUESTS =
      new ProblemType("too-many-requests", 429, "Too many requests");

  public static final ProblemType UNAVAILABLE =
      new ProblemType("unavailable", 503, "The service is not available at the moment");

  public static final ProblemType INTERNAL_ERROR =
      new ProblemType("internal-error", 500, "The service failed");

  private CommonProblems() {}
}
