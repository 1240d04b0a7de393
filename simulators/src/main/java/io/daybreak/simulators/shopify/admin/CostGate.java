package io.daybreak.simulators.shopify.admin;

import graphql.ExecutionResult;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices each valid query and lets it pass only if the shop's bucket pays for it. */
final class CostGate extends SimplePerformantInstrumentation {

  /** Where the price of a query is kept in its context. */
  static final String REQUESTED = "requestedQueryCost";

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
    ExecutionContext query = parameters.getExecutionContext();
    int cost = cost(query);
    query.getGraphQLContext().put(REQUESTED, cost);
    if (cost > QueryCost.MOST) {
      throw refusal(
          "Query cost is "
              + cost
              + ", which exceeds the single query max cost limit ("
              + QueryCost.MOST
              + ").",
          "MAX_COST_EXCEEDED");
    }
    CostBucket bucket = query.getGraphQLContext().get(CostBucket.class);
    if (!bucket.take(cost, System.nanoTime())) {
      throw refusal("Throttled", "THROTTLED");
    }
    return SimpleInstrumentationContext.noOp();
  }

  private static int cost(ExecutionContext query) {
    var calculator =
        QueryComplexityCalculator.newCalculator()
            .schema(query.getGraphQLSchema())
            .document(query.getDocument())
            .operationName(query.getExecutionInput().getOperationName())
            .variables(query.getCoercedVariables())
            .fieldComplexityCalculator(QueryCost::of)
            .build();
    return calculator.calculate();
  }

  private static AbortExecutionException refusal(String message, String code) {
    return new AbortExecutionException(List.of(new RefusedQueryException(message, code)));
  }
}
