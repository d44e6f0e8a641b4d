package io.bearergate.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that the token's client may do: an entry of {@code authorization_details} (RFC 9396
 * §2), to be compared with the operation at hand. Immutable and thread-safe.
 *
 * <pre>{@code
 * boolean granted = token.authorizationDetails("money_transfer").stream()
 *     .anyMatch(detail ->
 *         detail.field("instructedAmount.amount").asAmount()
 *                 .filter(amount -> amount.compareTo(order.amount()) == 0).isPresent()
 *             && detail.field("instructedAmount.currency").asText()
 *                 .filter(order.currency()::equals).isPresent()
 *             && detail.field("destinationAccount").asText()
 *                 .filter(order.account()::equals).isPresent());
 * }</pre>
 *
 * <p>Compare within one entry: an amount of one and an account of another are no grant. Whether a
 * grant is used up is for the application to remember.
 */
public final class AuthorizationDetail {

  private static final List<String> LISTS = List.of("actions", "locations");

  private final String type;
  private final Claims fields;

  private AuthorizationDetail(String type, Claims fields) {
    this.type = type;
    this.fields = fields;
  }

  /**
   * All entries of the claim. None where it is not an array of objects that each have a {@code
   * type}, a non-empty string, and no {@code actions} or {@code locations} but arrays of strings:
   * one entry that cannot be understood makes the grant unclear, so nothing is granted.
   */
  static List<AuthorizationDetail> allOf(Claim claim) {
    List<AuthorizationDetail> all = new ArrayList<>();
    for (Object entry : claim.asList()) {
      Optional<AuthorizationDetail> detail = of(new Claim(entry));
      if (detail.isEmpty()) {
        return List.of();
      }
      all.add(detail.get());
    }
    return all;
  }

  private static Optional<AuthorizationDetail> of(Claim entry) {
    Optional<Claims> fields = entry.asObject().map(Claims::new);
    return fields
        .filter(known -> LISTS.stream().allMatch(name -> isListOfTexts(known, name)))
        .flatMap(known -> known.text("type"))
        .filter(type -> !type.isEmpty())
        .map(type -> new AuthorizationDetail(type, fields.orElseThrow()));
  }

  private static boolean isListOfTexts(Claims fields, String name) {
    Claim list = fields.named(name);
    return !fields.has(name)
        || (list.isList() && list.asList().stream().allMatch(String.class::isInstance));
  }

  /** What kind of thing, as defined by the API. */
  public String type() {
    return type;
  }

  /** What may be done; empty where the entry does not say. */
  public List<String> actions() {
    return fields.named("actions").asTexts();
  }

  /** Where it may be done; empty where the entry does not say. */
  public List<String> locations() {
    return fields.named("locations").asTexts();
  }

  /**
   * Any field of the entry, by its path: {@code field("instructedAmount.amount").asAmount()}.
   *
   * @param path member names joined by dots, quoted where a name holds dots
   * @throws IllegalArgumentException if {@code path} is not a claim path
   */
  public Claim field(String path) {
    return fields.at(ClaimPath.parse(path));
  }

  /**
   * The whole entry, as JSON values: text, {@link Long}, {@link java.math.BigDecimal}, {@link
   * Boolean}, {@link List}, {@link Map}.
   */
  public Map<String, Object> fields() {
    return fields.all();
  }

  /** Whether it says nothing of locations, or names one that is one of these or lies below it. */
  boolean isFor(Audience audience) {
    return audience.unchecked()
        || locations().isEmpty()
        || locations().stream()
            .anyMatch(at -> audience.accepted().stream().anyMatch(base -> isWithin(base, at)));
  }

  private static boolean isWithin(String base, String location) {
    return location.equals(base) || location.startsWith(base.endsWith("/") ? base : base + "/");
  }

  /** Names nothing that is granted: it does not belong in logs. */
  @Override
  public String toString() {
    return "AuthorizationDetail";
  }
}
