package io.daybreak.sheets.google;

import io.daybreak.kit.doctor.Check;
import io.daybreak.kit.doctor.Result;
import io.daybreak.sheets.failure.FailureException;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether Google gives the service account a token. */
@ApplicationScoped
class GoogleCheck implements Check {

  private final ServiceAccount account;

  GoogleCheck(ServiceAccount account) {
    this.account = account;
  }

  @Override
  public String name() {
    return "google";
  }

  @Override
  public Result look() {
    try {
      account.accessToken();
    } catch (FailureException e) {
      return Result.wrong(
          e.failure().reason(),
          "구글이 %s 계정에 토큰을 주지 않습니다. 서비스 계정의 키와, 프로젝트에 Google Sheets API가 켜져 있는지 확인하세요."
              .formatted(account.email()));
    }
    return Result.ok(
        "Google accepts %s of the project %s.".formatted(account.email(), account.project()),
        "구글이 %s 계정(프로젝트 %s)을 받아들입니다.".formatted(account.email(), account.project()));
  }
}
