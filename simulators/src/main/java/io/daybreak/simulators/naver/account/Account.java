package io.daybreak.simulators.naver.account;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A generated account with its look-ups. Deleted entities stay among the targets, so reports name
 * them, while the entity calls do not know them any more. Entities can be renamed and deleted while
 * the simulator runs.
 */
public final class Account {

  /** What the entity calls know of an id. */
  public enum Standing {
    LIVE,
    /** Deleted a short time ago: left out of lists by ids. */
    DELETED,
    /** Deleted and cleared away, or never there: a list by ids that names it is refused. */
    UNKNOWN
  }

  /**
   * What became of an entity since the account was made.
   *
   * @param at null for entities that were generated as deleted
   */
  public record Change(@Nullable Instant at, boolean deleted, boolean purged) {}

  private final AccountSpec spec;
  private final Map<String, Campaign> campaigns;
  private final Map<String, AdGroup> adGroups;
  private final Map<String, Keyword> keywords;
  private final Map<String, Ad> ads;
  private final Map<String, Change> changes = new LinkedHashMap<>();
  private final List<Target> targets;

  Account(AccountSpec spec, List<Campaign> campaigns, List<Target> targets) {
    this.spec = spec;
    this.targets = List.copyOf(targets);
    List<AdGroup> groups = targets.stream().map(Target::adGroup).distinct().toList();
    List<Keyword> words = new ArrayList<>();
    for (Target target : targets) {
      Keyword keyword = target.keyword();
      if (keyword != null) {
        words.add(keyword);
        if (keyword.deleted()) {
          changes.put(keyword.id(), new Change(null, true, keyword.purged()));
        }
      }
    }
    this.campaigns = index(campaigns, Campaign::id);
    this.adGroups = index(groups, AdGroup::id);
    this.keywords = index(words, Keyword::id);
    this.ads =
        index(
            targets.stream()
                .flatMap(target -> target.ads().stream())
                .filter(ad -> !ad.id().equals(Ad.NONE))
                .distinct()
                .toList(),
            Ad::id);
  }

  private static <T> Map<String, T> index(List<T> entities, Function<T, String> id) {
    return entities.stream()
        .collect(toMap(id, Function.identity(), (first, same) -> first, LinkedHashMap::new));
  }

  public AccountSpec spec() {
    return spec;
  }

  public long customerId() {
    return spec.customerId();
  }

  /** The one business channel (web site) of the account. */
  public String channelId() {
    return EntityIds.id("bsn", 0, spec.customerId(), 1);
  }

  /** What the entity calls know of an id. */
  public synchronized Standing standing(String id) {
    boolean known =
        campaigns.containsKey(id)
            || adGroups.containsKey(id)
            || keywords.containsKey(id)
            || ads.containsKey(id);
    Change change = changes.get(id);
    if (!known || change != null && change.purged()) {
      return Standing.UNKNOWN;
    }
    return change != null && change.deleted() ? Standing.DELETED : Standing.LIVE;
  }

  /** What became of an entity; empty if it is as it was made. */
  public synchronized Optional<Change> change(String id) {
    return Optional.ofNullable(changes.get(id));
  }

  /** Gives a campaign or an ad group another name, or a keyword another text. */
  public synchronized void rename(String id, String name, Instant at) {
    campaigns.computeIfPresent(id, (same, old) -> new Campaign(id, name, old.type()));
    adGroups.computeIfPresent(id, (same, old) -> new AdGroup(id, old.campaign(), name, old.bid()));
    keywords.computeIfPresent(
        id, (same, old) -> new Keyword(id, old.adGroup(), name, old.deleted(), old.purged()));
    Change before = changes.get(id);
    changes.put(
        id, new Change(at, before != null && before.deleted(), before != null && before.purged()));
  }

  /**
   * Deletes an entity.
   *
   * @param purged whether it is cleared away already
   */
  public synchronized void delete(String id, boolean purged, Instant at) {
    changes.put(id, new Change(at, true, purged));
  }

  public List<Campaign> campaigns() {
    return live(campaigns, Campaign::id);
  }

  public Optional<Campaign> campaign(String id) {
    return live(campaigns, id);
  }

  public List<AdGroup> adGroupsOf(String campaignId) {
    return adGroups().stream().filter(group -> group.campaign().id().equals(campaignId)).toList();
  }

  public Optional<AdGroup> adGroup(String id) {
    return live(adGroups, id);
  }

  public List<AdGroup> adGroups() {
    return live(adGroups, AdGroup::id);
  }

  public List<Keyword> keywordsOf(String adGroupId) {
    return keywords().stream().filter(keyword -> keyword.adGroup().id().equals(adGroupId)).toList();
  }

  public Optional<Keyword> keyword(String id) {
    return live(keywords, id);
  }

  public List<Keyword> keywords() {
    return live(keywords, Keyword::id);
  }

  public List<Ad> adsOf(String adGroupId) {
    return ads().stream().filter(ad -> ad.adGroup().id().equals(adGroupId)).toList();
  }

  public Optional<Ad> ad(String id) {
    return live(ads, id);
  }

  public List<Ad> ads() {
    return live(ads, Ad::id);
  }

  /** Every campaign, those that were deleted included. */
  public synchronized List<Campaign> allCampaigns() {
    return List.copyOf(campaigns.values());
  }

  /** Every ad group, those that were deleted included. */
  public synchronized List<AdGroup> allAdGroups() {
    return List.copyOf(adGroups.values());
  }

  /** Every keyword, those that were deleted included. */
  public synchronized List<Keyword> allKeywords() {
    return List.copyOf(keywords.values());
  }

  /** Everything that rows can be about, in a fixed order. */
  public List<Target> targets() {
    return targets;
  }

  private synchronized <T> List<T> live(Map<String, T> entities, Function<T, String> id) {
    return entities.values().stream().filter(each -> isLive(id.apply(each))).toList();
  }

  private synchronized <T> Optional<T> live(Map<String, T> entities, String id) {
    return Optional.ofNullable(entities.get(id)).filter(each -> isLive(id));
  }

  private boolean isLive(String id) {
    Change change = changes.get(id);
    return change == null || !change.deleted();
  }
}
