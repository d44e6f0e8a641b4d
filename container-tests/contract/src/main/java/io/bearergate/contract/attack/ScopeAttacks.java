package io.bearergate.contract.attack;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestToken;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The token grants something that only looks like the scope {@code admin}. */
final class ScopeAttacks {

  private ScopeAttacks() {}

  static Stream<Attack> rows(Target target) {
    Stream<Attack> texts =
        Stream.of(
                "",
                " ",
                "administrator",
                "admi",
                "dmin",
                "Admin",
                "ADMIN",
                "admin:read",
                "read:admin",
                "admin/",
                "*",
                ".*",
                "admin\tread",
                "admin,read",
                "admin;read",
                "admin\nread",
                "admin\u00a0read",
                "admin\u3000read",
                "admin\u0000",
                "+admin",
                "\"admin\"",
                "\u0430dmin",
                "adm\u0131n",
                "openid profile administrator")
            .map(scope -> row(target, "scope '" + scope + "'", t -> t.claim("scope", scope)));
    Stream<Attack> others =
        Stream.of(
            row(target, "no scope", t -> t.without("scope")),
            row(target, "array with a spaced element", scope(List.of("read admin"))),
            row(target, "array in an array", scope(List.of(List.of("admin")))),
            row(target, "array of numbers", scope(List.of(1, true))),
            row(target, "number", scope(1)),
            row(target, "true", scope(true)),
            row(target, "nested object", scope(Map.of("x", "admin"))),
            row(target, "permissions for scope", t -> t.claim("permissions", List.of("admin"))),
            row(target, "role for scope", t -> t.claim("roles", List.of("admin"))),
            row(target, "groups for scope", t -> t.claim("groups", List.of("admin"))),
            row(target, "authorities for scope", t -> t.claim("authorities", List.of("admin"))),
            row(target, "scopes for scope", t -> t.claim("scopes", List.of("admin"))),
            row(target, "Scope for scope", t -> t.claim("Scope", "admin")),
            row(target, "scope in the header", t -> t.header("scope", "admin")),
            row(target, "subject for scope", t -> t.subject("admin")));
    return Stream.concat(texts, others);
  }

  private static UnaryOperator<TestToken> scope(Object value) {
    return t -> t.claim("scope", value);
  }

  private static Attack row(Target target, String name, UnaryOperator<TestToken> change) {
    RawRequest request = RawRequest.get("/api/admin").bearer(target.token(change));
    return Attack.request(name, request, Refusal.C2_ADMIN);
  }
}
