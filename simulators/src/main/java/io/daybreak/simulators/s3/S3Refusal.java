package io.daybreak.simulators.s3;

/** S3 says no, with its status, code and message. */
final class S3Refusal extends RuntimeException {

  private final int status;
  private final String code;

  S3Refusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  static S3Refusal noSuchKey() {
    return new S3Refusal(404, "NoSuchKey", "The specified key does not exist.");
  }

  static S3Refusal accessDenied() {
    return new S3Refusal(403, "AccessDenied", "Access Denied");
  }

  static S3Refusal noSuchUpload() {
    return new S3Refusal(
        404,
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have"
            + " been aborted or completed.");
  }
}
