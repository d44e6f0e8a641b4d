package io.bearergate.contract.attack;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.RawRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Proofs and tokens that are good, each by itself, and do not belong together. */
final class ProofMisuse {

  private ProofMisuse() {}

  static Stream<Attack> rows(ProofTarget target) {
    return Stream.of(others(target), downgrades(target), badTokens(target)).flatMap(rows -> rows);
  }

  private static Stream<Attack> others(ProofTarget target) {
    String token = target.bound();
    String foreign = target.proof(target.stranger(), token).compact();
    String elsewhere = target.tokens().apply(t -> t.boundTo(target.stranger()));
    return Stream.of(
        Attack.request("a stranger's proof", target.request(token, foreign), Refusal.C1D),
        Attack.request(
            "the holder's proof with the token of another key",
            target.request(elsewhere, target.proof(target.holder(), elsewhere).compact()),
            Refusal.C1D),
        Attack.request("no proof", target.dpop(token), Refusal.C1D),
        Attack.request(
            "a proof under another name",
            target.dpop(token).header("X-DPoP", target.proof(target.holder(), token).compact()),
            Refusal.C1D));
  }

  private static Stream<Attack> downgrades(ProofTarget target) {
    String token = target.bound();
    String proof = target.proof(target.holder(), token).compact();
    String plain = target.tokens().apply(t -> t);
    RawRequest bearer = RawRequest.get(ProofTarget.PATH).bearer(token);
    return Stream.of(
        Attack.request("bound token as Bearer", bearer, Refusal.C1D),
        Attack.request(
            "bound token as Bearer with its proof", bearer.header("DPoP", proof), Refusal.C1D),
        Attack.request(
            "bound token under both schemes",
            bearer.header("Authorization", "DPoP " + token).header("DPoP", proof),
            Refusal.C3),
        Attack.request(
            "unbound token as DPoP",
            target.request(plain, target.proof(target.holder(), plain).compact()),
            Refusal.C1_DPOP));
  }

  private static Stream<Attack> badTokens(ProofTarget target) {
    String expired =
        target
            .tokens()
            .apply(t -> t.boundTo(target.holder()).expiringAt(target.now().minusSeconds(30)));
    return Stream.of(
        Attack.request("an expired token", proven(target, expired), Refusal.C1X_DPOP),
        Attack.request(
            "a token for another API",
            proven(
                target, target.tokens().apply(t -> t.boundTo(target.holder()).audience("other"))),
            Refusal.C1_DPOP),
        withConfirmation(target, "cnf with jkt and an unknown member", "jwe", "x"),
        withConfirmation(target, "cnf with jkt and another certificate", "x5t#S256", "x"),
        withConfirmation(target, "cnf with jkt and a null certificate", "x5t#S256", null));
  }

  private static Attack withConfirmation(
      ProofTarget target, String name, String member, @Nullable Object value) {
    Map<String, Object> cnf = new LinkedHashMap<>();
    cnf.put("jkt", target.holder().thumbprint());
    cnf.put(member, value);
    String token = target.tokens().apply(t -> t.claim("cnf", cnf));
    return Attack.request(name, proven(target, token), Refusal.C1_DPOP);
  }

  private static RawRequest proven(ProofTarget target, String token) {
    return target.request(token, target.proof(target.holder(), token).compact());
  }
}
