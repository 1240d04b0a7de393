package io.daybreak.kit.doctor;

import io.daybreak.kit.access.OwnService;
import io.daybreak.kit.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether everything outside of this service is as its work will need it. */
@Path("/api/doctor/{service}")
@Tag(name = "Doctor")
@RolesAllowed(Roles.OPERATOR)
public class DoctorResource {

  private final Doctor doctor;
  private final OwnService own;

  DoctorResource(Doctor doctor, OwnService own) {
    this.doctor = doctor;
    this.own = own;
  }

  @GET
  @Blocking
  @Operation(summary = "Look at everything outside that the service needs; changes nothing")
  public List<Diagnosis> look(String service) {
    own.require(service);
    return doctor.look();
  }
}
