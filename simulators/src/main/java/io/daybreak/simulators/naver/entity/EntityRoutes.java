package io.daybreak.simulators.naver.entity;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.Ad;
import io.daybreak.simulators.naver.account.AdGroup;
import io.daybreak.simulators.naver.account.Campaign;
import io.daybreak.simulators.naver.account.Keyword;
import io.daybreak.simulators.naver.refusal.Refusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Campaigns, ad groups, keywords and ads: by parent, by ids, one by its id. Lists are bare arrays.
 * A list by ids is refused as a whole where one of them does not exist (any more) or is another
 * customer's (<a href="https://github.com/naver/searchad-apidoc/issues/481">searchad-apidoc
 * 481</a>); only what was deleted a short time ago is left out of it (issue 1042).
 */
public final class EntityRoutes {

  private final Function<Call, Account> accounts;

  public EntityRoutes(Function<Call, Account> accounts) {
    this.accounts = accounts;
  }

  public Routes addTo(Routes routes) {
    return routes
        .get("/ncc/campaigns", this::campaigns)
        .get("/ncc/campaigns/{id}", call -> one(call, Account::campaign, EntityJson::of))
        .get("/ncc/adgroups", this::adGroups)
        .get("/ncc/adgroups/{id}", call -> one(call, Account::adGroup, EntityJson::of))
        .get("/ncc/keywords", this::keywords)
        .get("/ncc/keywords/{id}", call -> one(call, Account::keyword, EntityJson::of))
        .get("/ncc/ads", this::ads)
        .get("/ncc/ads/{id}", call -> one(call, Account::ad, EntityJson::of));
  }

  private Answer campaigns(Call call) {
    if (call.parameter("ids") != null) {
      return byIds(call, Account::campaign, EntityJson::of);
    }
    String type = call.parameter("campaignType");
    List<Campaign> all =
        accounts.apply(call).campaigns().stream()
            .filter(campaign -> type == null || campaign.type().name().equals(type))
            .toList();
    return list(call, Page.of(call).cut(all, Campaign::id), EntityJson::of);
  }

  private Answer adGroups(Call call) {
    if (call.parameter("ids") != null) {
      return byIds(call, Account::adGroup, EntityJson::of);
    }
    Account account = accounts.apply(call);
    String parent = parent(call, "nccCampaignId", account::campaign);
    return list(call, Page.of(call).cut(account.adGroupsOf(parent), AdGroup::id), EntityJson::of);
  }

  private Answer keywords(Call call) {
    if (call.parameter("ids") != null) {
      return byIds(call, Account::keyword, EntityJson::of);
    }
    Account account = accounts.apply(call);
    String parent = parent(call, "nccAdgroupId", account::adGroup);
    return list(call, Page.of(call).cut(account.keywordsOf(parent), Keyword::id), EntityJson::of);
  }

  private Answer ads(Call call) {
    if (call.parameter("ids") != null) {
      return byIds(call, Account::ad, EntityJson::of);
    }
    Account account = accounts.apply(call);
    List<Ad> all = account.adsOf(parent(call, "nccAdgroupId", account::adGroup));
    return list(call, all, EntityJson::of);
  }

  /** Only an account's campaigns can be listed without naming a parent. */
  private static String parent(Call call, String parameter, Function<String, Optional<?>> find) {
    String id = call.parameter(parameter);
    if (id == null) {
      throw new RefusedException(Refusals.badParameter());
    }
    find.apply(id).orElseThrow(() -> new RefusedException(Refusals.notFound()));
    return id;
  }

  /** What turns an entity into JSON. */
  private interface Shape<T> {
    JsonObject of(EntityJson json, T entity);
  }

  /** What finds an entity of an account. */
  private interface Find<T> {
    Optional<T> in(Account account, String id);
  }

  private <T> Answer byIds(Call call, Find<T> find, Shape<T> shape) {
    Account account = accounts.apply(call);
    List<String> ids =
        call.head().parameters().getAll("ids").stream()
            .flatMap(some -> Arrays.stream(some.split(",")))
            .toList();
    if (ids.stream().anyMatch(id -> account.standing(id) == Account.Standing.UNKNOWN)) {
      throw new RefusedException(Refusals.noSuchEntity());
    }
    return list(call, ids.stream().flatMap(id -> find.in(account, id).stream()).toList(), shape);
  }

  private <T> Answer one(Call call, Find<T> find, Shape<T> shape) {
    Account account = accounts.apply(call);
    T found =
        find.in(account, call.pathParameter("id"))
            .orElseThrow(() -> new RefusedException(Refusals.notFound()));
    return Answer.json(200, shape.of(new EntityJson(account), found));
  }

  private <T> Answer list(Call call, List<T> entities, Shape<T> shape) {
    var json = new EntityJson(accounts.apply(call));
    var array = new JsonArray();
    entities.forEach(entity -> array.add(shape.of(json, entity)));
    return Answer.json(200, array);
  }
}
