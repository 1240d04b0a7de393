package io.daybreak.simulators.naver.refusal;

import io.daybreak.simulators.kernel.Answer;

/** A call that NAVER refuses; carries the whole answer. */
public final class RefusedException extends RuntimeException {

  private final transient Answer.Whole answer;

  public RefusedException(Answer.Whole answer) {
    super(answer.body().toString(), null, false, false);
    this.answer = answer;
  }

  public Answer.Whole answer() {
    return answer;
  }
}
