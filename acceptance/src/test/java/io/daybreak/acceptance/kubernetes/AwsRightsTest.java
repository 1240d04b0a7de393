package io.daybreak.acceptance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The role of import-service allows what its code calls of S3 and Glue, and nothing else. */
class AwsRightsTest {

  /** A call of one of the clients, as it is written in the code. */
  private static final Pattern CALL = Pattern.compile("\\b(s3|glue)\\s*\\.(\\w+)\\(");

  /** Tests run in the module's folder. */
  private static final Path CODE = Path.of("../import-service/src/main/java");

  /**
   * What each call needs.
   *
   * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/">actions</a>
   */
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          // 404 for what is not there takes ListBucket, else it is 403
          "s3.getObjectAsBytes", List.of("s3:GetObject", "s3:ListBucket"),
          "s3.headObject", List.of("s3:GetObject", "s3:ListBucket"),
          "s3.listObjectsV2", List.of("s3:ListBucket"),
          "s3.createMultipartUpload", List.of("s3:PutObject"),
          "s3.uploadPart", List.of("s3:PutObject"),
          "s3.completeMultipartUpload", List.of("s3:PutObject"),
          "s3.abortMultipartUpload", List.of("s3:AbortMultipartUpload"),
          "s3.listMultipartUploads", List.of("s3:ListBucketMultipartUploads"),
          "glue.startJobRun", List.of("glue:StartJobRun"),
          "glue.getJobRuns", List.of("glue:GetJobRuns"));

  @Test
  void theRoleAllowsExactlyWhatTheCodeCalls() throws IOException {
    Set<String> needed = new TreeSet<>();
    for (String call : calls()) {
      assertThat(NEEDED).as("what %s needs has to be said here", call).containsKey(call);
      needed.addAll(NEEDED.get(call));
    }

    assertThat(needed).hasSizeGreaterThan(5);
    assertThat(allowed()).isEqualTo(needed);
  }

  @Test
  void partsOfLostUploadsExpire() throws IOException {
    assertThat(
            resources()
                .at("/UploadBucket/Properties/LifecycleConfiguration/Rules/0")
                .at("/AbortIncompleteMultipartUpload/DaysAfterInitiation")
                .asInt())
        .isPositive();
  }

  private static Set<String> calls() throws IOException {
    Set<String> calls = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CODE)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        if (code.contains("S3Client") || code.contains("GlueClient")) {
          Matcher call = CALL.matcher(code);
          while (call.find()) {
            calls.add(call.group(1) + "." + call.group(2));
          }
        }
      }
    }
    return calls;
  }

  private static Set<String> allowed() throws IOException {
    Set<String> allowed = new TreeSet<>();
    for (JsonNode statement :
        resources().at("/ImportServiceRole/Properties/Policies/0/PolicyDocument/Statement")) {
      JsonNode actions = statement.path("Action");
      (actions.isArray() ? actions : List.of(actions))
          .forEach(action -> allowed.add(((JsonNode) action).asText()));
    }
    allowed.removeIf(action -> !action.startsWith("s3:") && !action.startsWith("glue:"));
    return allowed;
  }

  private static JsonNode resources() throws IOException {
    return Manifests.read(Manifests.FOLDER.resolve("aws/daybreak.yaml"))
        .objects()
        .get(0)
        .path("Resources");
  }
}
