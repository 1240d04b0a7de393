package io.daybreak.acceptance.bench.footprint;

import io.daybreak.simulators.access.Person;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.Stack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Questions to a service that it answers from its database, a few at a time. */
final class Requests {

  private static final int AT_A_TIME = 8;

  private final Stack stack;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Requests(Stack stack) {
    this.stack = stack;
  }

  /**
   * Asks and waits for the answers.
   *
   * @throws IOException if one is not 200
   */
  void ask(ServiceName service, int times) throws IOException {
    for (int asked = 0; asked < times; asked += AT_A_TIME) {
      List<CompletableFuture<Integer>> answers = new ArrayList<>();
      for (int next = 0; next < Math.min(AT_A_TIME, times - asked); next++) {
        answers.add(
            http.sendAsync(request(service), BodyHandlers.discarding())
                .thenApply(response -> response.statusCode()));
      }
      for (CompletableFuture<Integer> answer : answers) {
        if (answer.join() != 200) {
          throw new IOException(service.module() + " answered " + answer.join());
        }
      }
    }
  }

  private HttpRequest request(ServiceName service) {
    return HttpRequest.newBuilder(stack.url(service).resolve(path(service)))
        .header("Authorization", "Bearer " + stack.tokenFor(person(service)))
        .build();
  }

  private static String path(ServiceName service) {
    return switch (service) {
      case IMPORT -> "/api/raw-data";
      case ORDER -> "/api/orders";
      case SHEET -> "/api/dead-letters/sheet-service";
      case CONSOLE -> "/";
    };
  }

  private static Person person(ServiceName service) {
    return switch (service) {
      case IMPORT, CONSOLE -> Person.MARKETER;
      case ORDER -> Person.MERCHANT;
      case SHEET -> Person.OPERATOR;
    };
  }
}
