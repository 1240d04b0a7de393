package io.daybreak.kit.alert;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The one call that posts a message; where to is part of the address. */
@RegisterRestClient(configKey = "slack-alerts")
@Consumes(MediaType.APPLICATION_JSON)
interface SlackApi {

  @POST
  Uni<String> post(
      @Url String address,
      @HeaderParam("Authorization") @Nullable String authorization,
      Map<String, String> message);
}
