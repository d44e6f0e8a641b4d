package io.bearergate.sample.war;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** For everybody. */
@Path("public")
public class PublicResource {

  /** For the server. */
  public PublicResource() {}

  /** Asks for nobody's name. */
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String greet() {
    return "Hello, whoever you are\n";
  }
}
