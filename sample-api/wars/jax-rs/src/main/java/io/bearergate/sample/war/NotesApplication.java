package io.bearergate.sample.war;

import io.bearergate.jakarta.BearergateFeature;
import io.bearergate.jakarta.ProtectedApi;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * The resources, what asks their callers for scopes (which JAX-RS 3.0 must be told, and 3.1 finds
 * by itself), and who may ask them for what. The issuer is that of {@code bin/demo}, unless the
 * server is started with {@code -Dsample.issuer=…}.
 */
@ApplicationPath("/api")
@ProtectedApi(
    issuer = "${sys.sample.issuer:http://127.0.0.1:9400/}",
    audience = "https://api.bearergate.test/notes",
    rules = {"GET /api/public open", "/** token"})
public class NotesApplication extends Application {

  /** For the server. */
  public NotesApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(NotesResource.class, PublicResource.class, BearergateFeature.class);
  }
}
