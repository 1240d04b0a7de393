package io.daybreak.imports.testing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;

/** What a client is told when something cannot be done. */
public final class ProblemAnswer {

  private ProblemAnswer() {}

  public static void problem(Response response, int status, String name) {
    response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("https://daybreak.io/problems/" + name))
        .body("detail", notNullValue());
  }
}
