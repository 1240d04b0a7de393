package io.daybreak.orders.shop;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a shop leaves out of its review mails. */
@ApplicationScoped
class Exclusions {

  private static final ProblemType TOO_MANY =
      new ProblemType("exclusions-too-many", 400, "Too much is left out");

  private static final int MOST = 1_000;

  /** The kinds as the table names them; lines by the first five, whole orders by the others. */
  private enum Kind {
    PRODUCT,
    TITLE,
    TYPE,
    VENDOR,
    TAG,
    CHANNEL,
    CUSTOMER
  }

  /**
   * Lists that may be absent; capital letters make no difference.
   *
   * @param products Shopify's ids of products
   * @param titles parts of products' titles
   * @param types the shop's own types of products, as Shopify knows them
   * @param vendors of products
   * @param tags of products, which leave out the product, and of orders, which leave out the order
   * @param channels Shopify's words for where an order was placed, such as {@code pos}
   * @param customers addresses, or domains of addresses
   */
  record Lists(
      @Nullable List<@NotNull @Pattern(regexp = "[1-9][0-9]{0,17}") String> products,
      @Nullable List<@NotBlank @Size(max = 200) String> titles,
      @Nullable List<@NotBlank @Size(max = 200) String> types,
      @Nullable List<@NotBlank @Size(max = 200) String> vendors,
      @Nullable List<@NotBlank @Size(max = 200) String> tags,
      @Nullable List<@NotBlank @Size(max = 200) String> channels,
      @Nullable
          List<
              @NotNull @Size(max = 254)
              @Pattern(regexp = "\\s*(?:[^\\s@,;<>\"]+@)?[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+\\s*")
              String>
          customers) {

    private Map<Kind, @Nullable List<String>> byKind() {
      Map<Kind, @Nullable List<String>> lists = new EnumMap<>(Kind.class);
      lists.put(Kind.PRODUCT, products);
      lists.put(Kind.TITLE, titles);
      lists.put(Kind.TYPE, types);
      lists.put(Kind.VENDOR, vendors);
      lists.put(Kind.TAG, tags);
      lists.put(Kind.CHANNEL, channels);
      lists.put(Kind.CUSTOMER, customers);
      return lists;
    }
  }

  private static final String READ =
      "select kind, value from exclusion where shop_id = $1 order by kind, value";

  private static final String CLEAR = "delete from exclusion where shop_id = $1";

  private static final String ADD =
      """
      insert into exclusion (shop_id, kind, value)
      select $1, e.kind, e.value from unnest($2::text[], $3::text[]) as e (kind, value)
      on conflict do nothing
      """;

  private final Pool pool;

  Exclusions(Pool pool) {
    this.pool = pool;
  }

  Uni<Lists> get(long shopId) {
    return pool.withConnection(connection -> read(connection, shopId));
  }

  /** Replaces all lists; what is absent is left out no more. */
  Uni<Lists> put(long shopId, Lists lists) {
    List<String> kinds = new ArrayList<>();
    List<String> values = new ArrayList<>();
    lists
        .byKind()
        .forEach(
            (kind, list) -> {
              for (String value : list == null ? List.<String>of() : list) {
                kinds.add(kind.name());
                values.add(value.strip().toLowerCase(Locale.ROOT));
              }
            });
    if (values.size() > MOST) {
      throw Problems.with(TOO_MANY, "Leave out at most as many as \"limit\" says.")
          .with("limit", MOST)
          .build();
    }
    Tuple rows =
        Tuple.of(shopId)
            .addArrayOfString(kinds.toArray(String[]::new))
            .addArrayOfString(values.toArray(String[]::new));
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(CLEAR)
                .execute(Tuple.of(shopId))
                .chain(() -> tx.preparedQuery(ADD).execute(rows))
                .chain(() -> read(tx, shopId)));
  }

  private static Uni<Lists> read(SqlConnection connection, long shopId) {
    return connection
        .preparedQuery(READ)
        .execute(Tuple.of(shopId))
        .map(
            rows -> {
              Map<Kind, List<String>> lists = new EnumMap<>(Kind.class);
              rows.forEach(
                  row ->
                      lists
                          .computeIfAbsent(
                              Kind.valueOf(row.getString("kind")), kind -> new ArrayList<>())
                          .add(row.getString("value")));
              return lists(lists);
            });
  }

  private static Lists lists(Map<Kind, List<String>> lists) {
    return new Lists(
        lists.getOrDefault(Kind.PRODUCT, List.of()),
        lists.getOrDefault(Kind.TITLE, List.of()),
        lists.getOrDefault(Kind.TYPE, List.of()),
        lists.getOrDefault(Kind.VENDOR, List.of()),
        lists.getOrDefault(Kind.TAG, List.of()),
        lists.getOrDefault(Kind.CHANNEL, List.of()),
        lists.getOrDefault(Kind.CUSTOMER, List.of()));
  }
}
