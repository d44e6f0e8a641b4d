package io.bearergate.contract.jaxrs;

import io.bearergate.jakarta.Open;
import io.bearergate.jakarta.RequiresAcr;
import io.bearergate.jakarta.RequiresPermission;
import io.bearergate.jakarta.RequiresRole;
import io.bearergate.jakarta.RequiresScope;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.security.Principal;

/** The resources of the tests. */
final class Resources {

  private Resources() {}

  /** What JAX-RS knows of the caller. */
  static String caller(SecurityContext context) {
    Principal principal = context.getUserPrincipal();
    return "user="
        + (principal == null ? "-" : principal.getName())
        + "\nscheme="
        + context.getAuthenticationScheme()
        + "\nclerk="
        + context.isUserInRole("clerk")
        + "\n";
  }

  /** Asks by its class, and by methods. */
  @Path("notes")
  @RequiresScope("notes")
  public static final class Notes {
    @GET
    public String get(@Context SecurityContext context) {
      return caller(context);
    }

    @POST
    @RequiresPermission("write")
    public String post(@Context SecurityContext context) {
      return caller(context);
    }

    @PUT
    @Open
    public String put(@Context SecurityContext context) {
      return caller(context);
    }

    @DELETE
    @DenyAll
    public String delete(@Context SecurityContext context) {
      return caller(context);
    }
  }

  /** Asks by standard annotations. */
  @Path("accounts")
  public static final class Accounts {
    @GET
    @RolesAllowed({"clerk", "Chief Accountant"})
    public String get(@Context SecurityContext context) {
      return caller(context);
    }

    @POST
    @PermitAll
    public String post(@Context SecurityContext context) {
      return caller(context);
    }

    @PUT
    @RequiresAcr("mfa")
    public String put(@Context SecurityContext context) {
      return caller(context);
    }
  }

  /** Asks where the rule lets everybody through. */
  @Path("open/staff")
  public static final class Staff {
    @GET
    @RequiresRole("clerk")
    public String get(@Context SecurityContext context) {
      return caller(context);
    }

    @POST
    public String post(@Context SecurityContext context) {
      return caller(context);
    }
  }

  /** Asks for more than the rule of its path. */
  @Path("read")
  @RequiresScope("more")
  public static final class Read {
    @GET
    public String get(@Context SecurityContext context) {
      return caller(context);
    }
  }

  /** Carries one of ours. */
  @RequiresPermission("audit")
  @Retention(RetentionPolicy.RUNTIME)
  public @interface AuditorsOnly {}

  /** What a generic interface asks. */
  @Path("audits")
  public interface AuditsApi<T> {
    @GET
    @AuditorsOnly
    String list(@Context SecurityContext context);

    @POST
    @RequiresScope("create")
    String create(T audit, @Context SecurityContext context);
  }

  /** Asks nothing itself. */
  public static final class Audits implements AuditsApi<String> {
    @Override
    public String list(SecurityContext context) {
      return caller(context);
    }

    @Override
    public String create(String audit, SecurityContext context) {
      return caller(context);
    }
  }

  /** Leads to others. */
  @Path("shops")
  @RequiresScope("shops")
  public static final class Shops {
    @Path("plain")
    public Till plain() {
      return new Till();
    }

    @Path("kept")
    @RequiresRole("clerk")
    public Class<KeptTill> kept() {
      return KeptTill.class;
    }

    @Path("lifted")
    @Open
    public OpenTill lifted() {
      return new OpenTill();
    }
  }

  /** Asks nothing itself. */
  public static final class Till {
    @GET
    public String get(@Context SecurityContext context) {
      return caller(context);
    }

    @POST
    @RequiresPermission("write")
    public String post(@Context SecurityContext context) {
      return caller(context);
    }
  }

  /** Asks by its class. */
  @RequiresPermission("till")
  public static final class KeptTill {
    @GET
    public String get(@Context SecurityContext context) {
      return caller(context);
    }
  }

  /** Asks nothing, and is led to by what asks nothing. */
  public static final class OpenTill {
    @GET
    public String get(@Context SecurityContext context) {
      return caller(context);
    }
  }

  /** Asks for a scope and for nothing. */
  @Path("contradictory")
  public static final class Contradictory {
    @GET
    @Open
    @RequiresScope("a")
    public String get(@Context SecurityContext context) {
      return caller(context);
    }
  }
}
