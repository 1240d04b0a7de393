package io.daybreak.orders.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The one call of the Admin GraphQL API; which shop it goes to is part of the address. */
@RegisterRestClient(configKey = "shopify")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface AdminApi {

  @POST
  Uni<JsonNode> query(
      @Url String address, @HeaderParam("X-Shopify-Access-Token") String token, GraphQl query);
}
