package io.daybreak.uploads.slack;

import io.daybreak.kit.budget.CallRefusedException;
import io.daybreak.kit.doctor.Check;
import io.daybreak.kit.doctor.Result;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether Slack knows the bot that reads files and answers in threads. */
@ApplicationScoped
class SlackCheck implements Check {

  private final SlackGateway slack;
  private final SlackConfig config;

  SlackCheck(SlackGateway slack, SlackConfig config) {
    this.slack = slack;
    this.config = config;
  }

  @Override
  public String name() {
    return "slack";
  }

  @Override
  public Result look() {
    if (config.botToken().isEmpty() || config.signingSecret().isEmpty()) {
      return Result.warning(
          "Neither files nor answers without daybreak.slack.bot-token and daybreak.slack.signing-secret. Set both, or do not use Slack.",
          "daybreak.slack.bot-token과 daybreak.slack.signing-secret이 없으면 파일을 받거나 답할 수 없습니다. Slack을 쓰려면 둘 다 설정하세요.");
    }
    try {
      SlackGateway.Bot bot = slack.bot();
      return Result.ok(
          "Slack knows the bot %s of %s.".formatted(bot.user(), bot.team()),
          "Slack이 %2$s의 봇 %1$s을(를) 알고 있습니다.".formatted(bot.user(), bot.team()));
    } catch (CallRefusedException e) {
      return Result.warning(
          "Slack lets no more calls through right now. Look again in a minute.",
          "Slack의 호출 제한에 걸렸습니다. 잠시 뒤 다시 확인하세요.");
    } catch (SlackException e) {
      if (e.kind() != SlackException.Kind.CREDENTIALS) {
        return Result.wrong(
            "Slack could not be asked: %s. Look again; check the network if it stays."
                .formatted(e.getMessage()),
            "Slack에 물어볼 수 없습니다: %s. 다시 확인하고, 계속되면 네트워크를 확인하세요.".formatted(e.getMessage()));
      }
      return Result.wrong(
          "Slack does not accept the bot's token: %s. Install the app once more and set its token."
              .formatted(e.getMessage()),
          "Slack이 봇의 토큰을 받아들이지 않습니다: %s. 앱을 다시 설치하고 토큰을 설정하세요.".formatted(e.getMessage()));
    }
  }
}
