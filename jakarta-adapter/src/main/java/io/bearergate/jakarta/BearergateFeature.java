package io.bearergate.jakarta;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;

/**
 * Asks for what the annotations of JAX-RS resources and their methods say: {@link RequiresScope},
 * {@link RequiresPermission}, {@link RequiresRole}, {@link RequiresAcr}, {@link RequiresMaxAge},
 * {@link Open} and the standard {@code RolesAllowed}, {@code PermitAll}, {@code DenyAll}, also
 * where the server does not enforce these. A request that no {@link BearergateFilter} has decided
 * is refused with 403.
 *
 * <p>From Jakarta RESTful Web Services 3.1 on it is found by itself; before, where the server scans
 * for providers. An application that lists its classes on an older server lists this one. Needs
 * that API at run time; nothing else of ours does. Thread-safe.
 */
@Provider
public class BearergateFeature implements DynamicFeature {

  private static final System.Logger LOG = System.getLogger("io.bearergate.jakarta");

  private final Locators locators = new Locators();

  /** For the server. */
  public BearergateFeature() {}

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if an annotation contradicts another or names nothing
   */
  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    try {
      Asked asked = asked(resource.getResourceClass(), resource.getResourceMethod());
      context.register(new ResourceGuard(asked, locators), Priorities.AUTHENTICATION);
    } catch (IllegalStateException | LinkageError e) {
      Asked denied = Asked.denied("the annotations of the resource cannot be kept");
      context.register(new ResourceGuard(denied, locators), Priorities.AUTHENTICATION);
      String message = "Bearergate cannot start: " + e.getMessage();
      LOG.log(Level.ERROR, message);
      throw new IllegalStateException(message, e);
    }
  }

  private static Asked asked(Class<?> type, Method method) {
    AnnotatedType annotated = AnnotatedType.of(type);
    Asked asked = annotated.of(method.getName(), method.getParameterTypes());
    if (!asked.asksNothing()) {
      LOG.log(
          Level.DEBUG,
          () ->
              type.getName() + "." + method.getName() + " asks besides the rules: " + asked.text());
    }
    return asked;
  }
}
