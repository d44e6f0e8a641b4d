package io.bearergate.sample.war;

import io.bearergate.jakarta.RequiresScope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Whoever comes here has a token, and the scope that the method asks for. */
@Path("notes")
public class NotesResource {

  /** For the server. */
  public NotesResource() {}

  /** The caller's, whom the filter has made known to JAX-RS. */
  @GET
  @RequiresScope("read:notes")
  @Produces(MediaType.TEXT_PLAIN)
  public String read(@Context SecurityContext caller) {
    return "Notes of " + caller.getUserPrincipal().getName() + "\n";
  }

  /** A real one would keep the note. */
  @POST
  @RequiresScope("write:notes")
  public void write() {}
}
