package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.daybreak.acceptance.orders.ReviewRules;
import io.daybreak.simulators.identity.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Past orders come from a file. */
@InBrowserWorld
class OrderImportBrowserIT {

  private static final String CSV =
      """
      Id,Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Created at,Cancelled at,Accepts Marketing,Lineitem name,Lineitem quantity
      7001,#past-1,haneul@example.com,paid,fulfilled,2026-11-02 10:00:00 +0900,2026-11-01 09:00:00 +0900,,yes,녹차,2
      7002,#past-2,not-an-address,paid,,,2026-11-01 09:00:00 +0900,,no,홍차,1
      7003,#past-3,sora@example.com,paid,,,2026-11-01 09:00:00 +0900,,no,홍차,many
      """;

  private final BrowserWorld world;

  OrderImportBrowserIT(BrowserWorld world) {
    this.world = world;
  }

  @Test
  void theGoodRowsAreInAndTheBadOnesComeBackWithTheirReasons() throws IOException {
    MerchantShop shop = MerchantShop.open(world.stack(), "past", ReviewRules.atOnce().after(30));
    Visitor visitor = world.visitor(Visit.of(Account.MERCHANT)).signInAt("/orders/import");
    Page page = visitor.page();

    page.getByLabel("Shop").first().selectOption(shop.domain());
    upload(page, CSV);

    Patience.until(page.locator("main"), "The good rows are in, the bad ones are not.");
    assertThat(page.locator("main")).containsText("Lineitem quantity");
    visitor.findsNothingInTheWay();
    visitor.photograph("order-import");
    Download download =
        page.waitForDownload(() -> visitor.the(AriaRole.LINK, "Download them as CSV").click());
    assertThat(Files.readString(download.path()))
        .contains("Line,Column,Reason,Id,Name", "#past-2", "#past-3")
        .doesNotContain("#past-1");

    visitor.open("/orders?shop=" + shop.domain());
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("tbody tr")).containsText("haneul@example.com");
  }

  @Test
  void aFileThatIsNoneSaysWhatIsMissing() {
    MerchantShop shop = MerchantShop.open(world.stack(), "wrong-file", ReviewRules.atOnce());
    Visitor visitor =
        world
            .visitor(Visit.of(Account.MERCHANT))
            .mayComplainAbout("422")
            .signInAt("/orders/import?shop=" + shop.domain());

    upload(visitor.page(), "Name,Price\ntea,3\n");

    assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("These columns are missing");
  }

  private static void upload(Page page, String csv) {
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload("orders.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload")).click();
  }
}
