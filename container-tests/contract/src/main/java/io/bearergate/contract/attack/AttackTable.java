package io.bearergate.contract.attack;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The table of attacks: a named group of rows for each thing that can be spoiled. */
@SuppressWarnings(
    "ImmutableEnumChecker") // what makes rows is a method reference, which holds nothing
public enum AttackTable {
  ALGORITHMS("RS.2 algorithm confusion", AlgorithmAttacks::rows),
  KEYS("RS.2 key confusion", KeyAttacks::rows),
  SIGNATURES("signature tricks", SignatureAttacks::rows),
  ENCODINGS("RS.7 encodings", EncodingAttacks::rows),
  JSON("RS.7 JSON", JsonAttacks::rows),
  TIMES("RS.6 times", TimeAttacks::rows),
  AUDIENCES("audience", AddresseeAttacks::audiences),
  ISSUERS("issuer", AddresseeAttacks::issuers),
  SUBJECTS("subject", AddresseeAttacks::subjects),
  SCOPES("RS.14 scope", ScopeAttacks::rows),
  LOOK_ALIKES("RS.10 look-alikes", LookAlikeAttacks::rows),
  BOUND("bound tokens", LookAlikeAttacks::bound),
  TRANSPORT("RS.9 transport", TransportAttacks::rows);

  private final String title;
  private final Function<Target, Stream<Attack>> rows;

  AttackTable(String title, Function<Target, Stream<Attack>> rows) {
    this.title = title;
    this.rows = rows;
  }

  /** Its name, with its number in the checklist where it has one. */
  public String title() {
    return title;
  }

  /** Its rows, made for that target. */
  public List<Attack> rows(Target target) {
    return rows.apply(target).toList();
  }
}
