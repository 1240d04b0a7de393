package io.daybreak.simulators.naver.account;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Names as Korean advertisers give them, and some that have broken software: text that a
 * spreadsheet takes for a formula, quotes, emoji, commas. Never a tab or a line end, which NAVER's
 * files cannot carry.
 */
final class Names {

  private static final List<String> NASTY =
      List.of(
          "=SUM(A1:A9) 프로모션",
          "+82 대표번호",
          "-할인- 특가",
          "@브랜드",
          "\"따옴표\" 캠페인",
          "쉼표, 그리고; 세미콜론",
          "🎉 신상품 🛍️ 런칭",
          "'00123",
          "1,000원 딜",
          "2026-01-01",
          "TRUE",
          "  앞뒤 공백  ",
          "한글と日本語ー混合",
          "<b>굵게</b> & 더");

  private static final List<String> THEMES =
      List.of("브랜드", "여름세일", "신규고객", "리타겟팅", "전환최적화", "모바일", "경쟁사", "시즌오프", "설날특집", "일반");

  private static final List<String> PLACES =
      List.of("서울", "부산", "강남", "홍대", "제주", "대구", "인천", "광주", "분당", "수원");

  private static final List<String> GOODS =
      List.of("운동화", "원피스", "노트북", "캠핑의자", "유기농 쌀", "커피원두", "펜션", "피부과", "영어학원", "이사업체");

  private static final List<String> WISHES =
      List.of("추천", "가격", "후기", "비교", "최저가", "순위", "무료배송", "당일", "전문", "예약");

  private Names() {}

  static String campaign(int number, RandomGenerator random) {
    return number % 2 == 1
        ? NASTY.get(number / 2 % NASTY.size())
        : "%s_%s %d".formatted(pick(THEMES, random), pick(GOODS, random), number);
  }

  static String adGroup(int number, RandomGenerator random) {
    return number % 5 == 3
        ? NASTY.get(number / 5 % NASTY.size())
        : "%s %s #%d".formatted(pick(PLACES, random), pick(GOODS, random), number);
  }

  static String keyword(int number, RandomGenerator random) {
    return number % 40 == 17
        ? NASTY.get(number / 40 % NASTY.size())
        : pick(PLACES, random) + pick(GOODS, random) + pick(WISHES, random) + number;
  }

  private static String pick(List<String> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }
}
