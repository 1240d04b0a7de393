package io.daybreak.simulators.naver.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an account is generated from; equal specs give equal accounts.
 *
 * @param licence the API key's access licence, the value of X-API-KEY
 * @param secret the API key's secret
 * @param customerId the account's number, the value of X-Customer
 * @param adGroups in each campaign
 * @param keywords in each ad group of a campaign that has keywords
 * @param ads in each ad group
 * @param dailyKeys distinct combinations of keyword (or ad group without keywords), hour and device
 *     a day: exactly the rows of one day in the format NSA_TD
 * @param firstDay the first day with any data; null for no such limit
 */
public record AccountSpec(
    String licence,
    String secret,
    long customerId,
    long seed,
    int campaigns,
    int adGroups,
    int keywords,
    int ads,
    int dailyKeys,
    @Nullable LocalDate firstDay) {

  public AccountSpec {
    if (campaigns < 1 || adGroups < 1 || keywords < 1 || ads < 1 || dailyKeys < 0) {
      throw new IllegalArgumentException("sizes of an account must be positive");
    }
  }

  /** A handful of entities and some hundred rows a day. */
  public static AccountSpec small(String licence, String secret, long customerId, long seed) {
    return new AccountSpec(licence, secret, customerId, seed, 5, 2, 4, 2, 200, null);
  }

  /** About 1,300 rows a day in NSA_GTD, so some 39,000 in 30 days. */
  public static AccountSpec demo(String licence, String secret, long customerId, long seed) {
    return new AccountSpec(licence, secret, customerId, seed, 7, 5, 8, 2, 4_000, null);
  }

  /** An account whose import of so many days in NSA_TD has exactly so many rows (or a few more). */
  public static AccountSpec big(
      String licence, String secret, long customerId, long seed, int rows, int days) {
    int daily = (rows + days - 1) / days;
    // four of the seven campaigns have keywords; about a third of a day's combinations is taken
    int keywords = 4 + daily * 3 / (Target.SLOTS * 4 * 10);
    return new AccountSpec(licence, secret, customerId, seed, 7, 10, keywords, 3, daily, null);
  }

  /** The same account as another number, with other contents. */
  public AccountSpec forCustomer(long customer) {
    return new AccountSpec(
        licence, secret, customer, seed, campaigns, adGroups, keywords, ads, dailyKeys, firstDay);
  }
}
