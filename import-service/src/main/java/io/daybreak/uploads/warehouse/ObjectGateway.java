package io.daybreak.uploads.warehouse;

import static java.time.temporal.ChronoUnit.SECONDS;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** The calls of S3, each one attempt; all of them block, and throw {@link StoreException}. */
@ApplicationScoped
public class ObjectGateway {

  /** Names the upload that an object comes from, in the object's metadata. */
  private static final String UPLOAD = "daybreak-upload";

  private static final int AT_ONCE = 64;
  private static final long CALL_SECONDS = 30;
  private static final long PART_SECONDS = 120;
  private static final int MOST_KEYS = 1000;

  private final S3Client s3;

  ObjectGateway(S3Client s3) {
    this.s3 = s3;
  }

  /** What an object is, as far as it matters. */
  public record Stored(long bytes, String uploadId) {}

  /** A whole small object, if there is one. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public Optional<byte[]> read(String bucket, String key) {
    return unlessMissing(
        () -> s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asByteArrayUnsafe());
  }

  /** The first thousand keys that begin so. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public List<String> keys(String bucket, String prefix) {
    return call(
        () ->
            s3
                .listObjectsV2(r -> r.bucket(bucket).prefix(prefix).maxKeys(MOST_KEYS))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList());
  }

  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public Optional<Stored> look(Target target) {
    return unlessMissing(
        () -> {
          HeadObjectResponse head = s3.headObject(r -> r.bucket(target.bucket()).key(target.key()));
          return new Stored(head.contentLength(), head.metadata().getOrDefault(UPLOAD, ""));
        });
  }

  /** Begins a multipart upload; answers its id. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public String begin(Target target, String uploadId) {
    return call(
        () ->
            s3.createMultipartUpload(
                    r ->
                        r.bucket(target.bucket())
                            .key(target.key())
                            .contentType("text/csv; charset=utf-8")
                            .metadata(Map.of(UPLOAD, uploadId)))
                .uploadId());
  }

  /** Sends the first bytes of a buffer as a part, numbered from 1. */
  @Timeout(value = PART_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public CompletedPart part(Target target, String multipart, int number, byte[] buffer, int bytes) {
    RequestBody body =
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(buffer, 0, bytes), bytes, "application/octet-stream");
    return call(
        () -> {
          UploadPartResponse sent =
              s3.uploadPart(
                  r ->
                      r.bucket(target.bucket())
                          .key(target.key())
                          .uploadId(multipart)
                          .partNumber(number)
                          .contentLength((long) bytes),
                  body);
          return CompletedPart.builder()
              .partNumber(number)
              .eTag(sent.eTag())
              .checksumCRC32(sent.checksumCRC32())
              .build();
        });
  }

  @Timeout(value = PART_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public void complete(Target target, String multipart, List<CompletedPart> parts) {
    call(
        () ->
            s3.completeMultipartUpload(
                r ->
                    r.bucket(target.bucket())
                        .key(target.key())
                        .uploadId(multipart)
                        .multipartUpload(m -> m.parts(parts))));
  }

  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public void abort(Target target, String multipart) {
    call(
        () ->
            s3.abortMultipartUpload(
                r -> r.bucket(target.bucket()).key(target.key()).uploadId(multipart)));
  }

  /** The multipart uploads of just this target that were neither completed nor aborted. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public List<String> unfinished(Target target) {
    return call(
        () ->
            s3
                .listMultipartUploads(r -> r.bucket(target.bucket()).prefix(target.key()))
                .uploads()
                .stream()
                .filter(upload -> upload.key().equals(target.key()))
                .map(MultipartUpload::uploadId)
                .toList());
  }

  private static <T> Optional<T> unlessMissing(Supplier<T> call) {
    try {
      return Optional.of(call(call));
    } catch (StoreException e) {
      if (e.getCause() instanceof NoSuchKeyException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
      throw new StoreException("S3 answered %d %s".formatted(e.statusCode(), code).strip(), e);
    } catch (SdkException e) {
      throw new StoreException("S3 did not answer", e);
    }
  }
}
