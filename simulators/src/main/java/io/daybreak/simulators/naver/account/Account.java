package io.daybreak.simulators.naver.account;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A generated account with its look-ups. Deleted keywords are among the targets only. */
public final class Account {

  private final AccountSpec spec;
  private final Map<String, Campaign> campaigns;
  private final Map<String, AdGroup> adGroups;
  private final Map<String, Keyword> keywords;
  private final Map<String, Ad> ads;
  private final Map<String, List<AdGroup>> adGroupsByCampaign;
  private final Map<String, List<Keyword>> keywordsByAdGroup;
  private final Map<String, List<Ad>> adsByAdGroup;
  private final List<Target> targets;

  Account(AccountSpec spec, List<Campaign> campaigns, List<Target> targets) {
    this.spec = spec;
    this.targets = List.copyOf(targets);
    List<AdGroup> groups = targets.stream().map(Target::adGroup).distinct().toList();
    List<Keyword> words =
        targets.stream()
            .map(Target::keyword)
            .filter(keyword -> keyword != null && !keyword.deleted())
            .toList();
    List<Ad> allAds = targets.stream().flatMap(target -> target.ads().stream()).distinct().toList();
    this.campaigns = index(campaigns, Campaign::id);
    this.adGroups = index(groups, AdGroup::id);
    this.keywords = index(words, Keyword::id);
    this.ads = index(allAds, Ad::id);
    this.adGroupsByCampaign = groups.stream().collect(groupingBy(group -> group.campaign().id()));
    this.keywordsByAdGroup = words.stream().collect(groupingBy(keyword -> keyword.adGroup().id()));
    this.adsByAdGroup = allAds.stream().collect(groupingBy(ad -> ad.adGroup().id()));
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

  public List<Campaign> campaigns() {
    return List.copyOf(campaigns.values());
  }

  public Optional<Campaign> campaign(String id) {
    return Optional.ofNullable(campaigns.get(id));
  }

  public List<AdGroup> adGroupsOf(String campaignId) {
    return adGroupsByCampaign.getOrDefault(campaignId, List.of());
  }

  public Optional<AdGroup> adGroup(String id) {
    return Optional.ofNullable(adGroups.get(id));
  }

  public List<AdGroup> adGroups() {
    return List.copyOf(adGroups.values());
  }

  public List<Keyword> keywordsOf(String adGroupId) {
    return keywordsByAdGroup.getOrDefault(adGroupId, List.of());
  }

  public Optional<Keyword> keyword(String id) {
    return Optional.ofNullable(keywords.get(id));
  }

  public List<Keyword> keywords() {
    return List.copyOf(keywords.values());
  }

  public List<Ad> adsOf(String adGroupId) {
    return adsByAdGroup.getOrDefault(adGroupId, List.of());
  }

  public Optional<Ad> ad(String id) {
    return Optional.ofNullable(ads.get(id));
  }

  public List<Ad> ads() {
    return List.copyOf(ads.values());
  }

  /** Everything that rows can be about, in a fixed order. */
  public List<Target> targets() {
    return targets;
  }
}
