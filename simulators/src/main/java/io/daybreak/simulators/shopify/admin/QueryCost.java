package io.daybreak.simulators.shopify.admin;

import graphql.analysis.FieldComplexityEnvironment;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;

/**
 * What a query costs: scalars nothing, objects 1, connections more with the logarithm of what is
 * asked for, mutations 10.
 *
 * @see <a href="https://shopify.dev/docs/api/usage/limits">rate limits</a>
 */
final class QueryCost {

  /** More than this is refused whatever the bucket holds. */
  static final int MOST = 1_000;

  private static final int MUTATION = 10;
  private static final int CONNECTION = 2;

  private QueryCost() {}

  /** The cost of a field with everything below it. */
  static int of(FieldComplexityEnvironment field, int below) {
    if (field.getParentType() instanceof GraphQLObjectType type
        && type.getName().equals("Mutation")) {
      return MUTATION;
    }
    var type = GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType());
    if (!(type instanceof GraphQLNamedOutputType named)
        || GraphQLTypeUtil.isScalar(type)
        || GraphQLTypeUtil.isEnum(type)) {
      return 0;
    }
    if (named.getName().endsWith("Connection")) {
      return CONNECTION + below * sizing(asked(field.getArguments()));
    }
    // edges, nodes and page info are part of their connection
    return named.getName().endsWith("Edge") || named.getName().equals("PageInfo")
        ? below
        : 1 + below;
  }

  /** A connection costs less than its size: twice the logarithm of what is asked for. */
  private static int sizing(int asked) {
    return Math.max(1, (int) Math.floor(2 * Math.log(asked)));
  }

  private static int asked(Map<String, Object> arguments) {
    return arguments.get("first") instanceof Integer first ? first : 1;
  }
}
