package io.daybreak.stack.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.daybreak.simulators.access.Person;
import io.daybreak.stack.embedded.LocalDatabases;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code stack.json}: addresses, process ids and tokens of the newest running stack, for scripts
 * and people. It is information and not a lock: a stale one is overwritten.
 */
final class StackFile implements AutoCloseable {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final String content;

  private StackFile(Path file, String content) {
    this.file = file;
    this.content = content;
  }

  static StackFile write(Path file, Stack stack) throws IOException {
    String content = JSON.writeValueAsString(describe(stack));
    Path draft = stack.folder().file("stack.json");
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return new StackFile(file, content);
  }

  private static Map<String, Object> describe(Stack stack) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("startedAt", Instant.now().toString());
    description.put("processId", ProcessHandle.current().pid());
    stack.console().ifPresent(url -> description.put("console", url.toString()));
    description.put("services", stack.services().stream().map(StackFile::service).toList());
    description.put("outside", outside(stack.outside()));
    description.put("settings", settings(stack.folder()));
    description.put("tokens", tokens(stack));
    description.put("try", new ArrayList<>(CurlLines.of(stack)));
    return description;
  }

  private static Map<String, Object> service(ServiceProcess process) {
    Map<String, Object> service = new LinkedHashMap<>();
    service.put("service", process.launch().service().module());
    service.put("replica", process.launch().replica());
    service.put("processId", process.processId());
    service.put("url", process.launch().url().toString());
    service.put("log", process.launch().log().toString());
    return service;
  }

  private static Map<String, String> outside(OutsideWorld outside) {
    Map<String, String> urls = new LinkedHashMap<>();
    urls.put("naver", outside.simulators().naver().url().toString());
    urls.put("sheets", outside.simulators().sheets().url().toString());
    urls.put("sqs", outside.queues().endpoint().toString());
    urls.put("shopify", outside.simulators().shopify().baseUrl().toString());
    urls.put("slack", outside.simulators().slack().baseUrl().toString());
    urls.put("s3", outside.simulators().s3().baseUrl().toString());
    urls.put("glue", outside.simulators().glue().baseUrl().toString());
    urls.put("sign-in", outside.simulators().signIn().url().toString());
    urls.put("smtp", "smtp://127.0.0.1:" + outside.mail().smtp().port());
    urls.put("mails", outside.mail().page().toString());
    for (String name : LocalDatabases.NAMES) {
      urls.put("database-" + name, outside.databases().jdbcUrl(name));
    }
    return urls;
  }

  /** Configuration that runs a service against this stack from anywhere. */
  private static Map<String, String> settings(RunFolder folder) {
    Map<String, String> files = new LinkedHashMap<>();
    for (ServiceName service : ServiceName.values()) {
      files.put(service.module(), folder.settingsOf(service).toString());
    }
    return files;
  }

  private static Map<String, String> tokens(Stack stack) {
    Map<String, String> tokens = new LinkedHashMap<>();
    for (Person person :
        List.of(Person.MARKETER, Person.MERCHANT, Person.OPERATOR, Person.SERVICE)) {
      tokens.put(person.subject(), stack.tokenFor(person));
    }
    return tokens;
  }

  /** Removes the file unless a newer stack has written its own. */
  @Override
  public void close() throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(content)) {
      Files.delete(file);
    }
  }
}
