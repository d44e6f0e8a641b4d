package io.bearergate.contract.mutation;

import io.bearergate.contract.TestApi;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Mutated tokens in an order that the seed settles. Three in four are mutated as text, one as JSON.
 */
public final class MutatedTokens {

  private static final int OF_FOUR_BY_TEXT = 3;

  private final Random random;
  private final TextMutations text;
  private final JsonMutations json;

  private MutatedTokens(Random random, TextMutations text, JsonMutations json) {
    this.random = random;
    this.text = text;
    this.json = json;
  }

  /**
   * Mutants of good tokens of {@code issuer}, which must publish all {@code keys}.
   *
   * @param keys of which the first, an EC key, signs what was mutated as JSON
   * @param now the time of the API
   */
  public static Stream<Mutant> of(
      TestIssuer issuer, List<TestKey> keys, Instant now, long seed, int count) {
    TestKey signer = keys.get(0);
    Random random = new Random(seed);
    List<String> good =
        keys.stream()
            .map(
                key ->
                    issuer.token(
                        t -> t.audience(TestApi.AUDIENCE).scope("read:notes").signedWith(key)))
            .toList();
    HostileMembers members =
        new HostileMembers(issuer.issuer(), TestApi.AUDIENCE, now.getEpochSecond());
    JsonMutations json = new JsonMutations(members.claims(), members, signer, random);
    MutatedTokens mutants = new MutatedTokens(random, new TextMutations(good, random), json);
    return IntStream.range(0, count).mapToObj(mutants::next);
  }

  private Mutant next(int index) {
    Mutant mutant = random.nextInt(4) < OF_FOUR_BY_TEXT ? text.next() : json.next();
    return new Mutant("#" + index + " " + mutant.change(), mutant.token(), mutant.valid());
  }
}
