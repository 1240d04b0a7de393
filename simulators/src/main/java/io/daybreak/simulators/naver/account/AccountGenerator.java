package io.daybreak.simulators.naver.account;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Makes an account from its spec: the same one every time. */
public final class AccountGenerator {

  /** Of this many keywords one was deleted since it was last shown; every other one is purged. */
  private static final int DELETED_ONE_IN = 31;

  private static final int LOWEST_BID = 70;

  private final AccountSpec spec;
  private final SplittableRandom random;
  private final List<Campaign> campaigns = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private int adGroupCount;
  private int keywordCount;
  private int adCount;

  private AccountGenerator(AccountSpec spec) {
    this.spec = spec;
    this.random = new SplittableRandom(spec.seed() * 31 + spec.customerId());
  }

  public static Account generate(AccountSpec spec) {
    return new AccountGenerator(spec).generate();
  }

  private Account generate() {
    CampaignType[] types = CampaignType.values();
    for (int i = 0; i < spec.campaigns(); i++) {
      CampaignType type = types[i % types.length];
      var campaign = new Campaign(id("cmp", type, i + 1), Names.campaign(i, random), type);
      campaigns.add(campaign);
      IntStream.range(0, spec.adGroups()).forEach(each -> addAdGroup(campaign));
    }
    if (spec.dailyKeys() > targets.size() * Target.SLOTS) {
      throw new IllegalArgumentException(
          "%d daily keys, but only %d combinations exist"
              .formatted(spec.dailyKeys(), targets.size() * Target.SLOTS));
    }
    return new Account(spec, campaigns, targets);
  }

  private void addAdGroup(Campaign campaign) {
    adGroupCount++;
    var group =
        new AdGroup(
            id("grp", campaign.type(), adGroupCount),
            campaign,
            Names.adGroup(adGroupCount, random),
            LOWEST_BID + 10 * random.nextInt(100));
    List<Ad> ads =
        IntStream.range(0, spec.ads())
            .mapToObj(each -> new Ad(id("nad", campaign.type(), ++adCount), group))
            .toList();
    if (campaign.type().hasKeywords()) {
      IntStream.range(0, spec.keywords())
          .forEach(each -> targets.add(new Target(group, keyword(group), ads)));
      if (campaign.type().hasAutomaticAds()) {
        targets.add(new Target(group, null, List.of(new Ad(Ad.NONE, group))));
      }
    } else {
      targets.add(new Target(group, null, ads));
    }
  }

  private Keyword keyword(AdGroup group) {
    keywordCount++;
    return new Keyword(
        id("nkw", group.campaign().type(), keywordCount),
        group,
        Names.keyword(keywordCount, random),
        keywordCount % DELETED_ONE_IN == 7,
        keywordCount % (2 * DELETED_ONE_IN) == 7);
  }

  private String id(String prefix, CampaignType type, int number) {
    return EntityIds.id(prefix, type.number(), spec.customerId(), number);
  }
}
