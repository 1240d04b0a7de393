package io.daybreak.simulators.s3;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Policy;
import io.daybreak.simulators.kernel.RequestHead;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.kernel.Simulation;
import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What S3 answers, with the bucket in the path. */
final class S3Simulation implements Simulation {

  private static final Pattern CREDENTIAL =
      Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/.*");
  private static final String METADATA = "x-amz-meta-";

  private final Buckets buckets;
  private final String accessKey;
  private volatile Policy policy = Policy.ALL;

  S3Simulation(Buckets buckets, String accessKey) {
    this.buckets = buckets;
    this.accessKey = accessKey;
  }

  @Override
  public Map<String, String> identify(RequestHead head) {
    return Map.of("operation", operation(head).name());
  }

  @Override
  public Answer answer(Call call) {
    if (!signed(call)) {
      return refusal(403);
    }
    return new Answer.Later(() -> handled(call)); // bodies are written to disk
  }

  private Answer handled(Call call) {
    try {
      return handle(call);
    } catch (S3Refusal refusal) {
      boolean head = call.method().equals("HEAD"); // which has no body, so no code either
      return head
          ? new Answer.Whole(refusal.status(), Map.of(), Buffer.buffer())
          : S3Xml.error(refusal);
    }
  }

  /** What the one key pair may do from now on. */
  void policy(Policy wanted) {
    policy = wanted;
  }

  private Answer handle(Call call) {
    Place place = Place.of(call.path());
    String action = operation(call.head()).action;
    if (!action.isEmpty() && !policy.allows(action)) {
      throw S3Refusal.accessDenied();
    }
    String id = call.parameter("uploadId");
    return switch (operation(call.head())) {
      case LIST -> {
        String prefix = parameter(call, "prefix");
        yield S3Xml.objects(place.bucket(), prefix, buckets.list(place.bucket(), prefix));
      }
      case LIST_UPLOADS ->
          S3Xml.uploads(
              place.bucket(), buckets.unfinished(place.bucket(), parameter(call, "prefix")));
      case PUT -> put(call, place);
      case GET -> content(find(place));
      case HEAD -> head(find(place));
      case BEGIN ->
          S3Xml.begun(
              place.bucket(),
              place.key(),
              buckets.begin(place.bucket(), place.key(), contentType(call), metadata(call)));
      case PART -> {
        int number = Integer.parseInt(parameter(call, "partNumber"));
        yield empty(200).with("ETag", quoted(buckets.part(id, number, SentBody.of(call))));
      }
      case COMPLETE ->
          S3Xml.completed(
              place.bucket(), place.key(), buckets.complete(id, S3Xml.parts(call.body())).eTag());
      case ABORT -> {
        buckets.abort(id);
        yield Answer.noContent();
      }
      case DELETE -> {
        buckets.delete(place.bucket(), place.key());
        yield Answer.noContent();
      }
      case OTHER -> throw new S3Refusal(501, "NotImplemented", "Not part of this S3");
    };
  }

  enum Operation {
    LIST("s3:ListBucket"),
    LIST_UPLOADS("s3:ListBucketMultipartUploads"),
    PUT("s3:PutObject"),
    GET("s3:GetObject"),
    HEAD("s3:GetObject"),
    BEGIN("s3:PutObject"),
    PART("s3:PutObject"),
    COMPLETE("s3:PutObject"),
    ABORT("s3:AbortMultipartUpload"),
    DELETE("s3:DeleteObject"),
    OTHER("");

    /** What a role has to allow for it. */
    private final String action;

    Operation(String action) {
      this.action = action;
    }
  }

  private static Operation operation(RequestHead head) {
    boolean bucket = Place.of(head.path()).key().isEmpty();
    boolean multipart = head.parameters().contains("uploadId");
    boolean uploads = head.parameters().contains("uploads");
    return switch (head.method()) {
      case "GET" -> bucket ? uploads ? Operation.LIST_UPLOADS : Operation.LIST : Operation.GET;
      case "HEAD" -> Operation.HEAD;
      case "PUT" -> bucket ? Operation.OTHER : multipart ? Operation.PART : Operation.PUT;
      case "POST" -> uploads ? Operation.BEGIN : multipart ? Operation.COMPLETE : Operation.OTHER;
      case "DELETE" -> multipart ? Operation.ABORT : Operation.DELETE;
      default -> Operation.OTHER;
    };
  }

  /** A bucket and, unless the bucket itself is meant, a key. */
  private record Place(String bucket, String key) {
    static Place of(String path) {
      String decoded =
          URLDecoder.decode(path.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
      int slash = decoded.indexOf('/');
      return slash < 0
          ? new Place(decoded, "")
          : new Place(decoded.substring(0, slash), decoded.substring(slash + 1));
    }
  }

  private Answer put(Call call, Place place) {
    S3Object object =
        buckets.put(
            place.bucket(), place.key(), SentBody.of(call), contentType(call), metadata(call));
    return empty(200).with("ETag", quoted(object.eTag()));
  }

  /**
   * Who may not list a bucket is not told which keys it does not have.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>
   */
  private S3Object find(Place place) {
    return buckets
        .find(place.bucket(), place.key())
        .orElseThrow(
            () ->
                policy.allows(Operation.LIST.action)
                    ? S3Refusal.noSuchKey()
                    : S3Refusal.accessDenied());
  }

  private static Answer content(S3Object object) {
    return new Answer.Streamed(200, headers(object), new ObjectContent(object));
  }

  private static Answer head(S3Object object) {
    return new Answer.Streamed(200, headers(object), Collections.emptyIterator());
  }

  private static Map<String, String> headers(S3Object object) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", object.contentType());
    headers.put("Content-Length", Long.toString(object.bytes()));
    headers.put("ETag", quoted(object.eTag()));
    headers.put(
        "Last-Modified",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(object.modifiedAt().atOffset(ZoneOffset.UTC)));
    object.metadata().forEach((name, value) -> headers.put(METADATA + name, value));
    return headers;
  }

  private boolean signed(Call call) {
    @Nullable String authorization = call.header("Authorization");
    if (authorization == null) {
      return false;
    }
    Matcher credential = CREDENTIAL.matcher(authorization);
    return credential.matches() && credential.group(1).equals(accessKey);
  }

  private static Map<String, String> metadata(Call call) {
    Map<String, String> metadata = new HashMap<>();
    call.head()
        .headers()
        .forEach(
            (name, value) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (lower.startsWith(METADATA)) {
                metadata.put(lower.substring(METADATA.length()), value);
              }
            });
    return metadata;
  }

  private static String contentType(Call call) {
    @Nullable String type = call.header("Content-Type");
    return type == null ? "binary/octet-stream" : type;
  }

  private static String parameter(Call call, String name) {
    @Nullable String value = call.parameter(name);
    return value == null ? "" : value;
  }

  private static Answer.Whole empty(int status) {
    return new Answer.Whole(status, Map.of(), Buffer.buffer());
  }

  private static String quoted(String eTag) {
    return "\"" + eTag + "\"";
  }

  @Override
  public Answer.Whole refusal(int status) {
    return S3Xml.error(
        switch (status) {
          case 403 -> S3Refusal.accessDenied();
          case 404 -> S3Refusal.noSuchKey();
          case 503 -> new S3Refusal(503, "SlowDown", "Please reduce your request rate.");
          default -> new S3Refusal(status, "InternalError", "We encountered an internal error.");
        });
  }

  @Override
  public Routes control() {
    return new Routes();
  }
}
