package io.daybreak.imports.naver;

/** A call to NAVER, or what it brought, is of no use. */
public class NaverException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient NaverFailure failure;

  public NaverException(NaverFailure failure) {
    super(failure.reason());
    this.failure = failure;
  }

  public NaverException(NaverFailure failure, Throwable cause) {
    super(failure.reason(), cause);
    this.failure = failure;
  }

  public NaverFailure failure() {
    return failure;
  }
}
