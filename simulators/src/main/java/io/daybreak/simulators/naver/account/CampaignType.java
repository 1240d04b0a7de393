package io.daybreak.simulators.naver.account;

/** NAVER's campaign types that have a number in entity ids. */
public enum CampaignType {
  WEB_SITE(1, "WEB_SITE", "TEXT_45", true),
  SHOPPING(2, "SHOPPING", "SHOPPING_PRODUCT_AD", false),
  POWER_CONTENTS(3, "INFORMATION", "CONTENTS_AD_INFORMATION", true),
  BRAND_SEARCH(4, "BRAND_SEARCH", "BRAND_SEARCH_AD", true),
  PLACE(6, "PLACE", "PLACE_AD", false);

  private final int number;
  private final String adGroupType;
  private final String adType;
  private final boolean keywords;

  CampaignType(int number, String adGroupType, String adType, boolean keywords) {
    this.number = number;
    this.adGroupType = adGroupType;
    this.adType = adType;
    this.keywords = keywords;
  }

  /** The second block of the ids of everything in such a campaign. */
  public int number() {
    return number;
  }

  public String adGroupType() {
    return adGroupType;
  }

  public String adType() {
    return adType;
  }

  /**
   * Whether NAVER shows ads of its own making too, in rows with {@code -} for the keyword and the
   * ad (ADVoost Max, <a href="https://github.com/naver/searchad-apidoc/issues/1491">searchad-apidoc
   * 1491</a>).
   */
  public boolean hasAutomaticAds() {
    return this == WEB_SITE;
  }

  /** Whether ads are bought by keyword; reports write {@code -} where they are not. */
  public boolean hasKeywords() {
    return keywords;
  }
}
