package io.daybreak.orders.csvimport;

import static io.restassured.RestAssured.given;

import io.daybreak.kit.testing.Tokens;
import io.daybreak.orders.testing.TestShop;
import io.restassured.response.ValidatableResponse;

/** A file of orders as a merchant uploads it. */
final class OrderFile {

  static final String HEADER =
      "Id,Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Created at,Cancelled at,"
          + "Accepts Marketing,Lineitem name,Lineitem quantity\n";

  private OrderFile() {}

  /**
   * Uploads a file.
   *
   * @param domain of the shop it is for
   */
  static ValidatableResponse upload(TestShop caller, byte[] csv, String domain) {
    return given()
        .auth()
        .oauth2(Tokens.of(caller.ownerName(), "merchant"))
        .queryParam("shop", domain)
        .multiPart("file", "orders.csv", csv, "text/csv")
        .post("/api/orders/import")
        .then();
  }
}
