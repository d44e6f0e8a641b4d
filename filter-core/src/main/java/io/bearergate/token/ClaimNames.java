package io.bearergate.token;

import java.util.List;

/**
 * Which claims hold what, for one issuer.
 *
 * @param audience who the token is for; {@code aud} by default
 * @param scope where scopes are looked for, all of them counting; {@code scope} and {@code scp} by
 *     default
 * @param role where roles are looked for
 * @param permission where permissions are looked for
 * @param client whom the token was issued to: the first of these that is text counts; {@code
 *     client_id} and {@code azp} by default
 * @param principal the claim that names the principal; a token without it is refused
 */
public record ClaimNames(
    ClaimPath audience,
    List<ClaimPath> scope,
    List<ClaimPath> role,
    List<ClaimPath> permission,
    List<ClaimPath> client,
    ClaimPath principal) {
  public ClaimNames {
    scope = List.copyOf(scope);
    role = List.copyOf(role);
    permission = List.copyOf(permission);
    client = List.copyOf(client);
  }
}
