package io.daybreak.stack.start;

import io.daybreak.simulators.access.GoogleServiceAccount;
import io.daybreak.simulators.access.TokenIssuer;
import io.daybreak.simulators.glue.GlueSimulator;
import io.daybreak.simulators.identity.SignInSimulator;
import io.daybreak.simulators.kernel.Policy;
import io.daybreak.simulators.kernel.Ports;
import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.naver.NaverConfig;
import io.daybreak.simulators.naver.NaverSimulator;
import io.daybreak.simulators.s3.S3Simulator;
import io.daybreak.simulators.sheets.SheetsOptions;
import io.daybreak.simulators.sheets.SheetsSimulator;
import io.daybreak.simulators.shopify.ShopifySimulator;
import io.daybreak.simulators.shopify.webhook.DeliveryRules;
import io.daybreak.simulators.slack.SlackSimulator;
import java.nio.file.Path;
import java.time.Clock;

/** The services of other companies, simulated, and a sample of what they hold. */
public record Simulators(
    NaverSimulator naver,
    SheetsSimulator sheets,
    ShopifySimulator shopify,
    SlackSimulator slack,
    S3Simulator s3,
    GlueSimulator glue,
    SignInSimulator signIn,
    Sample sample)
    implements AutoCloseable {

  private static final int NAVER_PORT = 9101;
  private static final int SHEETS_PORT = 9102;
  private static final int SHOPIFY_PORT = 9103;
  private static final int SLACK_PORT = 9104;
  private static final int S3_PORT = 9105;
  private static final int GLUE_PORT = 9106;
  private static final int SIGN_IN_PORT = 9107;
  private static final long SEED = 1;

  /**
   * @param tokens signs what the identity provider issues
   * @param objects folder of what S3 holds
   */
  /** What the role of import-service allows in production; nothing else works here either. */
  private static final Policy S3_RIGHTS =
      Policy.of(
          "s3:GetObject",
          "s3:PutObject",
          "s3:ListBucket",
          "s3:AbortMultipartUpload",
          "s3:ListBucketMultipartUploads");

  private static final Policy GLUE_RIGHTS = Policy.of("glue:StartJobRun", "glue:GetJobRuns");

  static Simulators start(GoogleServiceAccount account, TokenIssuer tokens, Path objects) {
    NaverSimulator naver =
        NaverSimulator.start(NaverConfig.standard(SEED).withPort(Ports.preferably(NAVER_PORT)));
    SheetsSimulator sheets =
        SheetsSimulator.start(
            SheetsOptions.onPort(Ports.preferably(SHEETS_PORT)),
            GoogleServiceAccount.EMAIL,
            account.publicKey());
    ShopifySimulator shopify =
        ShopifySimulator.start(options("shopify", SHOPIFY_PORT), DeliveryRules.real());
    SlackSimulator slack = SlackSimulator.start(options("slack", SLACK_PORT));
    S3Simulator s3 = S3Simulator.start(options("s3", S3_PORT), objects);
    GlueSimulator glue = GlueSimulator.start(options("glue", GLUE_PORT));
    s3.policy(S3_RIGHTS);
    glue.policy(GLUE_RIGHTS);
    SignInSimulator signIn =
        SignInSimulator.start(options("sign-in", SIGN_IN_PORT), tokens, Clock.systemUTC());
    SampleTables.create(s3, glue);
    return new Simulators(
        naver, sheets, shopify, slack, s3, glue, signIn, Sample.create(naver, sheets));
  }

  private static SimulatorOptions options(String name, int port) {
    return new SimulatorOptions(name, Ports.preferably(port), SEED);
  }

  @Override
  public void close() {
    naver.close();
    sheets.close();
    shopify.close();
    slack.close();
    s3.close();
    glue.close();
    signIn.close();
  }
}
