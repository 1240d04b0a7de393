package io.daybreak.orders.order;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line of an order is; only products can be reviewed. */
public enum LineKind {
  PRODUCT,
  GIFT_CARD,
  TIP,
  /** Protects the parcel; the shop sells it for somebody else. */
  INSURANCE,
  /** Typed in by hand, or of a product that is not sold any more. */
  NO_PRODUCT;

  /** Who sells parcel insurance through shops. */
  private static final Set<String> INSURERS =
      Set.of("route", "navidium", "corso", "seel", "shipinsure", "onward", "shipaid", "redo");

  private static final Pattern INSURANCE_WORDS =
      Pattern.compile("protection|insurance|insured|warranty|보험|배송 ?보호");

  /**
   * Shopify has no mark for insurance: what is not sent and is sold by an insurer, or says so in
   * its title, counts as such.
   */
  public static boolean insures(boolean shippable, @Nullable String vendor, String title) {
    return !shippable
        && (vendor != null && INSURERS.contains(vendor.toLowerCase(Locale.ROOT))
            || INSURANCE_WORDS.matcher(title.toLowerCase(Locale.ROOT)).find());
  }
}
