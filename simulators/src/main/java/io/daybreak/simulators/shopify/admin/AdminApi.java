package io.daybreak.simulators.shopify.admin;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.shopify.shop.Shop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /admin/api/2026-10/graphql.json}: errors come with status 200 and a code in {@code
 * extensions}, and every answer says what the query cost and what is left.
 *
 * @see <a href="https://shopify.dev/docs/api/admin-graphql">status and error codes</a>
 */
public final class AdminApi {

  /** A shop may save up points of so many seconds. */
  private static final int BUCKET_SECONDS = 20;

  private final GraphQL graphql =
      GraphQL.newGraphQL(AdminSchema.load()).instrumentation(new CostGate()).build();
  private final Map<Shop, CostBucket> buckets = new HashMap<>();

  /** The answer to a query of this shop's app. */
  public Answer.Whole answer(Shop shop, Buffer body) {
    JsonObject request;
    try {
      request = body.toJsonObject();
    } catch (DecodeException | ClassCastException noJson) {
      return malformed();
    }
    if (!(request.getValue("query") instanceof String query)) {
      return malformed();
    }
    CostBucket bucket =
        buckets.computeIfAbsent(shop, unseen -> bucket(shop.options().pointsPerSecond()));
    var input =
        ExecutionInput.newExecutionInput(query)
            .operationName(request.getString("operationName"))
            .variables(request.getJsonObject("variables", new JsonObject()).getMap())
            .graphQLContext(Map.of(Shop.class, shop, CostBucket.class, bucket))
            .build();
    return Answer.json(200, form(graphql.execute(input), input, bucket));
  }

  /** What is answered to a token without the scope. */
  public static Answer.Whole accessDenied(String scope) {
    return Answer.json(
        200,
        new JsonObject()
            .putNull("data")
            .put(
                "errors",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("message", "Access denied for orders field.")
                            .put(
                                "extensions",
                                new JsonObject()
                                    .put("code", "ACCESS_DENIED")
                                    .put(
                                        "requiredAccess",
                                        "`%s` access scope.".formatted(scope))))));
  }

  private static CostBucket bucket(int pointsPerSecond) {
    return new CostBucket(BUCKET_SECONDS * pointsPerSecond, pointsPerSecond, System.nanoTime());
  }

  private static Answer.Whole malformed() {
    return Answer.json(
        400,
        new JsonObject()
            .put("errors", new JsonObject().put("query", "Required parameter missing or invalid")));
  }

  private static JsonObject form(ExecutionResult result, ExecutionInput input, CostBucket bucket) {
    var answer = new JsonObject();
    if (result.isDataPresent() && result.getData() != null) {
      Map<String, Object> data = result.getData();
      answer.put("data", new JsonObject(data));
    }
    if (!result.getErrors().isEmpty()) {
      answer.put("errors", errors(result.getErrors()));
    }
    @Nullable Integer requested = input.getGraphQLContext().get(CostGate.REQUESTED);
    if (requested != null) {
      @Nullable Integer actual = null;
      if (answer.containsKey("data")) {
        actual = Math.min(requested, objects(result.getData()));
        bucket.giveBack(requested - actual);
      }
      answer.put("extensions", new JsonObject().put("cost", cost(requested, actual, bucket)));
    }
    return answer;
  }

  private static JsonObject cost(int requested, @Nullable Integer actual, CostBucket bucket) {
    return new JsonObject()
        .put("requestedQueryCost", requested)
        .put("actualQueryCost", actual)
        .put("throttleStatus", bucket.status());
  }

  /** Objects in an answer: what the query turned out to cost. */
  private static int objects(@Nullable Object part) {
    if (part instanceof Map<?, ?> object) {
      return 1 + object.values().stream().mapToInt(AdminApi::objects).sum();
    }
    if (part instanceof Collection<?> list) {
      return list.stream().mapToInt(AdminApi::objects).sum();
    }
    return 0;
  }

  private static JsonArray errors(List<GraphQLError> errors) {
    var array = new JsonArray();
    for (GraphQLError error : errors) {
      var json = new JsonObject(new HashMap<>(error.toSpecification()));
      if (error instanceof ValidationError invalid) {
        json.put("extensions", new JsonObject().put("code", code(invalid)));
      }
      array.add(json);
    }
    return array;
  }

  private static String code(ValidationError invalid) {
    return invalid.getValidationErrorType() == ValidationErrorType.FieldUndefined
        ? "undefinedField"
        : "argumentLiteralsIncompatible";
  }
}
