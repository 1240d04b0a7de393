package io.daybreak.simulators.identity;

import java.util.Map;

/**
 * The words of the sign-in page in one language.
 *
 * @param languageName what the language calls itself
 * @param abilities what each person sees in the console
 */
record SignInWords(
    String languageName,
    String title,
    String explanation,
    String refused,
    String signedOut,
    Map<Account, String> abilities) {

  private static final SignInWords ENGLISH =
      new SignInWords(
          "English",
          "Who are you?",
          "This is the sign-in of the local stack. Nobody has a password: choose a person.",
          "This sign-in cannot go on",
          "You are signed out",
          Map.of(
              Account.MARKETER, "Imports, API keys, CSV uploads",
              Account.MERCHANT, "Shops, orders, review mails",
              Account.OPERATOR, "Everything, dead letters and alerts included"));

  private static final SignInWords KOREAN =
      new SignInWords(
          "한국어",
          "누구로 로그인할까요?",
          "로컬 스택의 로그인 화면입니다. 비밀번호 없이 사람을 고르면 됩니다.",
          "로그인을 진행할 수 없습니다",
          "로그아웃되었습니다",
          Map.of(
              Account.MARKETER, "데이터 가져오기, API 키, CSV 업로드",
              Account.MERCHANT, "쇼핑몰, 주문, 리뷰 요청 메일",
              Account.OPERATOR, "데드 레터와 알림을 포함한 모든 화면"));

  static SignInWords in(Language language) {
    return language == Language.KOREAN ? KOREAN : ENGLISH;
  }

  String can(Account account) {
    return abilities.getOrDefault(account, "");
  }
}
