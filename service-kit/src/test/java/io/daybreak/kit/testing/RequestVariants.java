package io.daybreak.kit.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An operation's good request, and its relatives with one thing wrong: a parameter, a header, a
 * value in the body, the body, a claim in the token, the method.
 *
 * @param base the good one
 * @param families the others, by what is wrong with them
 */
record RequestVariants(WireCall base, Map<String, List<Variant>> families) {

  /** A request, made when it is sent, and what is wrong with it. */
  record Variant(String what, Supplier<WireCall> call) {}

  /**
   * All variants of an operation.
   *
   * @param path with the things of the caller in it; parameters that stay are filled as the schema
   *     says
   * @param body the good body as JSON, or empty for one made from the schema
   * @param token the caller's, or empty
   */
  static RequestVariants of(
      ApiDocument document,
      ApiDocument.Operation operation,
      UnaryOperator<String> path,
      String body,
      String token) {
    GoodRequest good = new GoodRequest(document, operation, path, body, token);
    return new RequestVariants(good.call(), RequestMutations.of(document, operation, good));
  }

  /** Some of them, from each family as many, by a seed always the same. */
  List<Variant> some(int most, Random random) {
    List<List<Variant>> shuffled = new ArrayList<>();
    families.values().forEach(family -> shuffled.add(new ArrayList<>(family)));
    shuffled.forEach(family -> Collections.shuffle(family, random));
    List<Variant> some = new ArrayList<>();
    for (int i = 0; some.size() < most && !shuffled.isEmpty(); i++) {
      int round = i;
      shuffled.removeIf(family -> family.size() <= round);
      shuffled.forEach(family -> some.add(family.get(round)));
    }
    return some;
  }
}
