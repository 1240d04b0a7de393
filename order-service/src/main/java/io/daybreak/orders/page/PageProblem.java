package io.daybreak.orders.page;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.daybreak.orders.shop.Language;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.TemplateData;

/** What can be wrong with a link that a customer opens, in the words of each language. */
public enum PageProblem {
  CODE_MISSING(
      new ProblemType("access-code-missing", 400, "The shop access code is missing"),
      "Add the code from the shop's settings to the link, as code=….",
      new Words("쇼핑몰 접근 코드가 없습니다", "쇼핑몰 설정에 있는 코드를 링크에 code=… 형태로 넣어 주세요.")),
  CODE_MALFORMED(
      new ProblemType("access-code-malformed", 400, "The shop access code is malformed"),
      "Copy the code from the shop's settings again, whole: 26 characters.",
      new Words("쇼핑몰 접근 코드의 형식이 올바르지 않습니다", "쇼핑몰 설정에서 26자리 코드를 처음부터 끝까지 다시 복사해 주세요.")),
  CODE_UNKNOWN(
      new ProblemType("access-code-unknown", 403, "No shop has this access code"),
      "The shop may have renewed its code: use the newest link from the shop.",
      new Words("이 접근 코드를 쓰는 쇼핑몰이 없습니다", "코드가 새로 발급되었을 수 있습니다. 쇼핑몰이 보낸 가장 최근 링크를 이용해 주세요.")),
  ORDER_MALFORMED(
      new ProblemType("order-id-malformed", 400, "The order id is missing or malformed"),
      "Add Shopify's order id to the link, as order=….",
      new Words("주문 번호가 없거나 형식이 올바르지 않습니다", "메일에 있는 링크를 처음부터 끝까지 다시 열어 주세요.")),
  TOKEN_MISSING(
      new ProblemType("review-token-missing", 403, "The order's token is missing"),
      "Open the link from the order's mail, whole; a shop's own page passes its token on.",
      new Words("주문 확인 토큰이 없습니다", "주문 메일에 있는 링크를 처음부터 끝까지 다시 열어 주세요.")),
  TOKEN_INVALID(
      new ProblemType("review-token-invalid", 403, "The order's token is not valid"),
      "Open the link from the order's mail again, whole and without changes.",
      new Words("주문 확인 토큰이 올바르지 않습니다", "메일에 있는 링크를 수정하지 말고 처음부터 끝까지 다시 열어 주세요.")),
  ORDER_UNKNOWN(
      new ProblemType("order-not-found", 404, "The shop has no such order"),
      "Open the link from the mail again, whole.",
      new Words("쇼핑몰에 해당 주문이 없습니다", "메일에 있는 링크를 처음부터 끝까지 다시 열어 주세요.")),
  UNSUBSCRIBE_LINK_INVALID(
      new ProblemType("unsubscribe-link-invalid", 400, "The link is not valid"),
      "Open the link from the mail again, whole and without changes.",
      new Words("링크가 올바르지 않습니다", "메일에 있는 링크를 수정하지 말고 처음부터 끝까지 다시 열어 주세요."));

  /**
   * @param title what is wrong
   * @param detail what to do
   */
  @TemplateData
  public record Words(String title, String detail) {}

  private final ProblemType type;
  private final Words english;
  private final Words korean;

  PageProblem(ProblemType type, String detail, Words korean) {
    this.type = type;
    this.english = new Words(type.title(), detail);
    this.korean = korean;
  }

  int status() {
    return type.status();
  }

  Words in(Language language) {
    return language == Language.KO ? korean : english;
  }

  /** For programs. */
  HttpProblem problem() {
    return Problems.of(type, english.detail());
  }
}
