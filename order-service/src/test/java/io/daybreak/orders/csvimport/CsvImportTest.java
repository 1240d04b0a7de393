package io.daybreak.orders.csvimport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class CsvImportTest {

  private static final String HEADER = OrderFile.HEADER;

  private TestShop shop;

  @BeforeEach
  void register() {
    shop = TestShop.register(TestShop.settings().put("delayDays", 3));
  }

  @Test
  void aMerchantsOwnSheetIsStoredAndTheSecondUploadChangesNothing() {
    String csv =
        HEADER
            + "5001,#5001,a@example.com,paid,fulfilled,2026-11-02 10:00:00 +0900,"
            + "2026-11-01 09:00:00 +0900,,yes,녹차,2\n"
            + "5002,#5002,b@example.com,refunded,unfulfilled,,2026-11-01 09:00,,no,홍차,1\n";

    upload(csv)
        .statusCode(200)
        .body("state", equalTo("DONE"))
        .body("progress", equalTo(1.0f))
        .body("rowsRead", equalTo(2))
        .body("rowsBad", equalTo(0))
        .body("ordersNew", equalTo(2));
    upload(csv)
        .statusCode(200)
        .body("ordersNew", equalTo(0))
        .body("ordersUpdated", equalTo(0))
        .body("ordersUnchanged", equalTo(2));

    assertThat(shop.orders(5001)).hasSize(1);
    assertThat(shop.mail(5002)).isEqualTo("SKIPPED REFUNDED");
    assertThat(shop.orders(5002).get(0).get("ordered_at"))
        .as("without an offset the moment is one of the shop's zone")
        .isEqualTo(
            java.sql.Timestamp.from(OffsetDateTime.parse("2026-11-01T09:00:00+09:00").toInstant()));
  }

  @Test
  void theColumnsMayStandInAnyOrderAmongOthersUnderNamesInAnyCase() {
    String csv =
        "\"notes\",LINEITEM QUANTITY,lineitem name,Cancelled At,created at,Fulfilled at, email ,"
            + "Fulfillment Status,Financial Status,Accepts Marketing,name,ID,Zip\n"
            + "\"two\nlines, and \"\"quotes\"\"\",1,Tea,,2026-11-01,,c@example.com,,paid,no,#7,7001,"
            + "'06236\n";

    upload(csv).statusCode(200).body("ordersNew", equalTo(1)).body("rowsBad", equalTo(0));

    assertThat(shop.orders(7001).get(0)).containsEntry("email", "c@example.com");
  }

  @Test
  void utf8WithAndWithoutMarkAndCp949AreRead() {
    String row = ",#%d,k@example.com,paid,,,2026-11-01,,no,한국 도자기 세트,1\n";
    Charset cp949 = Charset.forName("x-windows-949");

    upload(bytes(HEADER + "8001" + row.formatted(1), StandardCharsets.UTF_8)).statusCode(200);
    upload(bytes("\uFEFF" + HEADER + "8002" + row.formatted(2), StandardCharsets.UTF_8))
        .statusCode(200);
    upload(bytes(HEADER + "8003" + row.formatted(3), cp949)).statusCode(200);

    for (long id : new long[] {8001, 8002, 8003}) {
      assertThat(titles(id)).as("order %d", id).isEqualTo("한국 도자기 세트");
    }
  }

  @Test
  void badRowsAreReportedWithLineColumnAndReasonAndTheGoodOnesAreStored() {
    String csv =
        HEADER
            + "9001,#1,ok@example.com,paid,,,2026-11-01,,no,Tea,1\n"
            + "x,#2,ok@example.com,paid,,,2026-11-01,,no,Tea,1\n"
            + "9003,#3,not-an-address,paid,,,2026-11-01,,no,Tea,1\n"
            + "9004,#4,ok@example.com,paid,,,soon,,no,Tea,1\n"
            + "9005,#5,ok@example.com,free,,,2026-11-01,,no,Tea,1\n"
            + "9006,#6,ok@example.com,paid,,,2026-11-01,,perhaps,Tea,1\n"
            + "9007,#7,ok@example.com,paid,,,2026-11-01,,no,=cmd(),many\n"
            + "99999999999999999999,#8,ok@example.com,paid,,,2026-11-01,,no,Tea,1\n"
            + "9009,#9,,paid,,,2026-11-01,,no,Tea,1\n";

    String id =
        upload(csv)
            .statusCode(200)
            .body("rowsRead", equalTo(9))
            .body("rowsBad", equalTo(7))
            .body("ordersNew", equalTo(2))
            .body("badRows.line", equalTo(List.of(3, 4, 5, 6, 7, 8, 9)))
            .body(
                "badRows.column",
                hasItems(
                    "Id",
                    "Email",
                    "Created at",
                    "Financial Status",
                    "Accepts Marketing",
                    "Lineitem quantity"))
            .extract()
            .path("id");

    String bad =
        shop.owner()
            .get("/api/orders/imports/" + id + "/bad-rows")
            .then()
            .statusCode(200)
            .header("Content-Disposition", containsString("bad-rows.csv"))
            .extract()
            .asString();
    assertThat(bad).contains("Line,Column,Reason,Id,Name").contains("'=cmd()");
    upload(bad.replace("many", "3"))
        .body("rowsRead", equalTo(7))
        .body("rowsBad", equalTo(6))
        .body("ordersNew", equalTo(1));
    TestShop.register().owner().get("/api/orders/imports/" + id).then().statusCode(404);
  }

  @Test
  void reasonsAreCodesWithValuesToldInBothLanguages() {
    String id =
        upload(HEADER + "5.12346E+12,#1,a@example.com,paid,,,11/22/2026,,no,Tea,1\n")
            .statusCode(200)
            .body("badRows[0].code", equalTo("ID_SHORTENED"))
            .body("badRows[0].reason", containsString("spreadsheet"))
            .body("badRows[0].reasonKorean", containsString("스프레드시트"))
            .body("encoding", equalTo("UTF-8"))
            .body("separator", equalTo("COMMA"))
            .extract()
            .path("id");
    upload(HEADER + "1,#1,a@example.com,paid,,,11/22/2026,,no,Tea,1\n")
        .body("badRows[0].code", equalTo("DATE_FORM"))
        .body("badRows[0].values.found", equalTo("OTHER_DATE_FORM M/D/YYYY"))
        .body("badRows[0].reason", containsString("is not a date such as"));

    String korean =
        shop.owner()
            .queryParam("language", "ko")
            .get("/api/orders/imports/" + id + "/bad-rows")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(korean).contains("줄,열,이유,Id", "스프레드시트");
    assertThat(
            shop.owner()
                .header("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.8")
                .get("/api/orders/imports/" + id + "/bad-rows")
                .asString())
        .isEqualTo(korean);
    upload(korean.replace("5.12346E+12", "5123").replace("11/22/2026", "2026-11-22"))
        .body("ordersNew", equalTo(1));
  }

  @Test
  void formsOfSpreadsheetsAndOfTheAdminAreRead() {
    String csv =
        HEADER
            + "\"5,101\",#1,a@example.com\u00a0,Partially refunded,On hold,,2026. 11. 22 오전 9:05:00,,예,Tea,\"1,000\"\n"
            + "5102.0,#2,b@example.com,paid,in_progress,,2026/11/22 9:05,,TRUE,Tea,1.0\n"
            + "'5103,#3,c@example.com,PAID,scheduled,,2026-11-22 9:05,,,Tea,２\n";

    upload(csv.replace(",", ";").replace("5;101", "5,101").replace("1;000", "1,000"))
        .statusCode(200)
        .body("rowsBad", equalTo(0))
        .body("ordersNew", equalTo(3))
        .body("separator", equalTo("SEMICOLON"));

    assertThat(shop.orders(5101).get(0)).containsEntry("email", "a@example.com");
  }

  @Test
  void aFileThatCannotBeReadToItsEndStoresNothing() {
    byte[] good =
        bytes(
            HEADER + "5201,#1,a@example.com,paid,,,2026-11-01,,no,Tea,1\n", StandardCharsets.UTF_8);
    byte[] bad = java.util.Arrays.copyOf(good, good.length + 2);
    bad[good.length] = (byte) 0xff;
    bad[good.length + 1] = (byte) 0xff;

    upload(bad)
        .statusCode(422)
        .body("code", equalTo("ENCODING_UNCLEAR"))
        .body("values.line", equalTo("3"))
        .body("detailKorean", containsString("UTF-8"));
    upload(bytes("PK\u0003\u0004[Content_Types].xml", StandardCharsets.ISO_8859_1))
        .statusCode(422)
        .body("code", equalTo("NOT_CSV"))
        .body("detail", containsString("Excel"));

    assertThat(shop.orders(5201)).isEmpty();
  }

  @Test
  void aCorrectedAddressIsTakenWhereNothingWasSentYet() {
    String row = "5301,#1,%s,paid,,,2026-11-01,,%s,Tea,1\n";
    upload(HEADER + row.formatted("typo@example.com", "no")).body("ordersNew", equalTo(1));

    upload(HEADER + row.formatted("right@example.com", "yes"))
        .body("ordersUpdated", equalTo(1))
        .body("ordersUnchanged", equalTo(0));
    upload(HEADER + row.formatted("right@example.com", "yes")).body("ordersUnchanged", equalTo(1));
    assertThat(shop.orders(5301).get(0)).containsEntry("email", "right@example.com");

    Database.execute(
        "update review_mail set state = 'SENT', sent_at = now() where order_id in"
            + " (select id from shop_order where shopify_id = 5301)");
    long mails =
        Database.rows(
                "select 1 from review_mail m join shop_order o on o.id = m.order_id"
                    + " where o.shopify_id = 5301")
            .size();
    upload(HEADER + row.formatted("third@example.com", "yes"))
        .body(mails > 0 ? "ordersUnchanged" : "ordersUpdated", equalTo(1));
  }

  @Test
  void aFileWithoutTheColumnsSaysWhichAreMissing() {
    upload("Id,Name\n1,#1\n")
        .statusCode(422)
        .body("type", endsWith("/csv-file-unusable"))
        .body("detail", containsString("Email"))
        .body("detail", containsString("Lineitem quantity"));
    upload("").statusCode(422);
    upload(HEADER.replace("Name,", "Name,Name,")).statusCode(422);
  }

  @Test
  void aFileNeverOverwritesWhatShopifyToldLater() {
    OrderJson order = OrderJson.placed().with("name", "#from-shopify").updatedAfter(600);
    shop.deliverAndWait("orders/updated", order.json());

    upload(HEADER + order.id() + ",#from-file,x@example.com,paid,,,2026-11-01,,no,Tea,1\n")
        .body("ordersUnchanged", equalTo(1));

    assertThat(shop.orders(order.id()).get(0)).containsEntry("name", "#from-shopify");
  }

  @Test
  void aFileOrAShopThatIsMissingIsAProblem() {
    form().multiPart("other", "x").post("/api/orders/import").then().statusCode(400);
    form()
        .queryParam("shop", shop.domain())
        .multiPart("other", "x")
        .post("/api/orders/import")
        .then()
        .statusCode(400)
        .body("type", endsWith("/csv-file-missing"));
    TestShop stranger = TestShop.register();
    OrderFile.upload(stranger, bytes(HEADER, StandardCharsets.UTF_8), shop.domain())
        .statusCode(404);
  }

  @Test
  void importsAreListedNewestFirstForTheirOwner() {
    String first = upload(HEADER).extract().path("id");
    String second = upload(HEADER + "x,#1,,,,,,,,,\n").extract().path("id");

    shop.owner()
        .get("/api/orders/imports")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(second, first)))
        .body("items[0].rowsBad", equalTo(1))
        .body("items[0].badRows", equalTo(List.of()));
    shop.owner()
        .queryParam("shop", "other.myshopify.com")
        .get("/api/orders/imports")
        .then()
        .statusCode(404);
    TestShop.register().owner().get("/api/orders/imports").then().body("total", equalTo(0));
  }

  private ValidatableResponse get(String id) {
    return shop.owner().get("/api/orders/imports/" + id).then();
  }

  private static byte[] bytes(String text, Charset charset) {
    return text.getBytes(charset);
  }

  private ValidatableResponse upload(String csv) {
    return upload(bytes(csv, StandardCharsets.UTF_8));
  }

  private ValidatableResponse upload(byte[] csv) {
    return OrderFile.upload(shop, csv, shop.domain());
  }

  private RequestSpecification form() {
    return given().auth().oauth2(Tokens.of(shop.ownerName(), "merchant"));
  }

  private String titles(long shopifyId) {
    return Database.rows(
            "select l.title from order_line l join shop_order o on o.id = l.order_id"
                + " join shop s on s.id = o.shop_id where s.domain = ? and o.shopify_id = ?",
            shop.domain(),
            shopifyId)
        .get(0)
        .get("title")
        .toString();
  }
}
