package io.daybreak.stack.run;

import io.daybreak.stack.access.GoogleServiceAccount;
import io.daybreak.stack.naver.NaverConfig;
import io.daybreak.stack.naver.NaverSimulator;
import io.daybreak.stack.process.Ports;
import io.daybreak.stack.sheets.SheetsOptions;
import io.daybreak.stack.sheets.SheetsSimulator;
import io.daybreak.stack.shopify.ShopifySimulator;
import io.daybreak.stack.shopify.webhook.DeliveryRules;
import io.daybreak.stack.simulator.SimulatorOptions;

/** The services of other companies, simulated, and a sample of what they hold. */
public record Simulators(
    NaverSimulator naver, SheetsSimulator sheets, ShopifySimulator shopify, Sample sample)
    implements AutoCloseable {

  private static final int NAVER_PORT = 9101;
  private static final int SHEETS_PORT = 9102;
  private static final int SHOPIFY_PORT = 9103;
  private static final long SEED = 1;

  static Simulators start(GoogleServiceAccount account) {
    NaverSimulator naver =
        NaverSimulator.start(NaverConfig.standard(SEED).withPort(Ports.preferably(NAVER_PORT)));
    SheetsSimulator sheets =
        SheetsSimulator.start(
            SheetsOptions.onPort(Ports.preferably(SHEETS_PORT)),
            GoogleServiceAccount.EMAIL,
            account.publicKey());
    ShopifySimulator shopify =
        ShopifySimulator.start(
            new SimulatorOptions("shopify", Ports.preferably(SHOPIFY_PORT), SEED),
            DeliveryRules.real());
    return new Simulators(naver, sheets, shopify, Sample.create(naver, sheets));
  }

  @Override
  public void close() {
    naver.close();
    sheets.close();
    shopify.close();
  }
}
