package io.daybreak.sheets.google;

import io.daybreak.kit.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Told before a spreadsheet is named, so that it can be shared first. */
@Path("/api/spreadsheets/service-account")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Spreadsheets")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
public class ServiceAccountResource {

  /**
   * @param email the address that spreadsheets have to be shared with
   */
  public record Address(String email) {}

  private final ServiceAccount account;

  ServiceAccountResource(ServiceAccount account) {
    this.account = account;
  }

  @GET
  @Operation(summary = "The address to share spreadsheets with, as an editor")
  public Address address() {
    return new Address(account.email());
  }
}
