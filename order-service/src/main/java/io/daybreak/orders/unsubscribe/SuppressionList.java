package io.daybreak.orders.unsubscribe;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.daybreak.orders.smtp.MailAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The addresses that a shop must not write to, whoever asked for it. */
@ApplicationScoped
class SuppressionList {

  /** Who put an address on the list. */
  enum Origin {
    CUSTOMER,
    MAIL_SERVER,
    SHOP,
    IMPORT
  }

  /**
   * @param id names the entry, also where the address itself was erased
   * @param address null where only its digest is kept
   * @param reason UNSUBSCRIBED or ADDRESS_REFUSED, as the history has it
   */
  record Entry(String id, @Nullable String address, String reason, Origin origin, Instant since) {}

  /**
   * @param added how many were not on the list before
   * @param known how many were
   * @param invalid the first lines that hold no address, counted from 1
   * @param invalidTotal how many those are
   */
  record Import(int added, int known, List<Integer> invalid, int invalidTotal) {}

  private static final ProblemType UNKNOWN =
      new ProblemType("suppression-not-found", 404, "The address is not on the list");
  private static final ProblemType BY_CUSTOMER =
      new ProblemType("suppression-by-customer", 409, "The customer unsubscribed themselves");

  private static final int INVALID_LISTED = 100;

  private static final String COUNT =
      """
      select count(*) as total from unsubscribed_address
      where shop_id = $1 and ($2::text is null or address_hash = $2)
      """;

  private static final String PAGE =
      """
      select address_hash, address, reason, origin, unsubscribed_at from unsubscribed_address
      where shop_id = $1 and ($2::text is null or address_hash = $2)
      order by unsubscribed_at desc, address_hash limit $3 offset $4
      """;

  /** Remembers the addresses and skips whatever of them waits, in one statement. */
  private static final String ADD =
      """
      with given as (
        select distinct on (hash) hash, address from unnest($2::text[], $3::text[]) as g (hash, address)
      ), added as (
        insert into unsubscribed_address (shop_id, address_hash, reason, origin, address)
        select $1, hash, 'UNSUBSCRIBED', $4, address from given
        on conflict do nothing
        returning address_hash
      )
      select (select count(*) from added)::int as added, (select count(*) from given)::int as given,
        skip_mails($1, $2::text[], 'UNSUBSCRIBED')
      """;

  private static final String REMOVE =
      """
      delete from unsubscribed_address
      where shop_id = $1 and address_hash = $2 and ($3 or origin <> 'CUSTOMER')
      """;

  private final Pool pool;

  SuppressionList(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param address only this one, null for all
   */
  Uni<Listing<Entry>> list(long shopId, @Nullable String address, PageRequest page) {
    String hash = AddressHash.of(address);
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(shopId, hash))
        .map(rows -> rows.iterator().next().getLong("total"))
        .chain(
            total ->
                pool.preparedQuery(PAGE)
                    .execute(Tuple.of(shopId, hash, page.size(), page.offset()))
                    .map(
                        rows ->
                            Listing.of(
                                StreamSupport.stream(rows.spliterator(), false).toList(),
                                page,
                                total,
                                SuppressionList::entry)));
  }

  /** Lines that are blank count as nothing; a line that is no address is told and left out. */
  Uni<Import> add(long shopId, List<String> lines, Origin origin) {
    List<String> addresses = new ArrayList<>();
    List<Integer> invalid = new ArrayList<>();
    int invalidTotal = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (MailAddress.parse(line).isPresent()) {
        addresses.add(line);
      } else if (!line.isEmpty()) {
        invalidTotal++;
        if (invalid.size() < INVALID_LISTED) {
          invalid.add(i + 1);
        }
      }
    }
    int wrong = invalidTotal;
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(ADD)
                .execute(columns(shopId, addresses, origin))
                .map(rows -> rows.iterator().next())
                .map(
                    row ->
                        new Import(
                            row.getInteger("added"),
                            row.getInteger("given") - row.getInteger("added"),
                            invalid,
                            wrong)));
  }

  /**
   * @param confirmed whether the shop says that the customer wants its mail again
   */
  Uni<Void> remove(long shopId, String id, boolean confirmed) {
    return pool.preparedQuery(REMOVE)
        .execute(Tuple.of(shopId, id, confirmed))
        .chain(
            rows ->
                rows.rowCount() > 0
                    ? Uni.createFrom().voidItem()
                    : pool.preparedQuery(COUNT)
                        .execute(Tuple.of(shopId, id))
                        .map(
                            found -> {
                              if (found.iterator().next().getLong("total") == 0) {
                                throw Problems.of(UNKNOWN, "Look the address up in the list.");
                              }
                              throw Problems.of(
                                  BY_CUSTOMER,
                                  "Remove it only if the customer asked for mail again; then add"
                                      + " confirm=true.");
                            }));
  }

  private static Tuple columns(long shopId, List<String> addresses, Origin origin) {
    return Tuple.of(shopId)
        .addArrayOfString(
            addresses.stream()
                .map(address -> Objects.requireNonNull(AddressHash.of(address)))
                .toArray(String[]::new))
        .addArrayOfString(addresses.toArray(String[]::new))
        .addString(origin.name());
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getString("address_hash"),
        row.getString("address"),
        row.getString("reason"),
        Origin.valueOf(row.getString("origin")),
        row.getOffsetDateTime("unsubscribed_at").toInstant());
  }
}
