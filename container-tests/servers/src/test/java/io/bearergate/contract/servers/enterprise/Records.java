package io.bearergate.contract.servers.enterprise;

import io.bearergate.jakarta.RequiresRole;
import io.bearergate.jakarta.RequiresScope;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** A resource whose methods ask for something, each in another way. */
@Path("records")
@Produces(MediaType.TEXT_PLAIN)
public class Records {

  /** For the server. */
  public Records() {}

  /** By ours. */
  @GET
  @RequiresScope("read:records")
  public String read(@Context SecurityContext caller) {
    return told(caller);
  }

  /** By ours, of a role. */
  @PUT
  @RequiresRole("admin")
  public String change(@Context SecurityContext caller) {
    return told(caller);
  }

  /** By the standard's. */
  @POST
  @RolesAllowed("admin")
  public String add(@Context SecurityContext caller) {
    return told(caller);
  }

  /** By the standard's, of nobody. */
  @DELETE
  @DenyAll
  public String remove(@Context SecurityContext caller) {
    return told(caller);
  }

  private static String told(SecurityContext caller) {
    Principal principal = caller.getUserPrincipal();
    return "resource=" + (principal == null ? "-" : principal.getName()) + "\n";
  }
}
