package io.bearergate.contract.mutation;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Changes the text of a good token. Whatever comes out is another string, so it must be refused.
 */
final class TextMutations {

  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** One change and its name. */
  private record Mutation(String name, UnaryOperator<String> change) {}

  private final List<String> good;
  private final Random random;
  private final List<Mutation> mutations =
      List.of(
          new Mutation("character replaced", this::replaceOne),
          new Mutation("character replaced", this::replaceOne),
          new Mutation("bit flipped", this::flipBit),
          new Mutation("bit flipped", this::flipBit),
          new Mutation("several characters replaced", this::replaceSome),
          new Mutation("last character replaced", this::replaceLast),
          new Mutation("truncated", this::truncate),
          new Mutation("head cut", this::cutHead),
          new Mutation("piece removed", this::removePiece),
          new Mutation("piece doubled", this::doublePiece),
          new Mutation("characters inserted", this::insert),
          new Mutation("characters swapped", this::swapTwo),
          new Mutation("parts swapped", this::swapParts),
          new Mutation("part of another token", this::crossOver),
          new Mutation("standard alphabet", this::standardAlphabet),
          new Mutation("padding", this::pad),
          new Mutation("case of one letter", this::swapCase),
          new Mutation("part emptied", this::emptyPart),
          new Mutation("dot moved", this::moveDot));

  TextMutations(List<String> good, Random random) {
    this.good = List.copyOf(good);
    this.random = random;
  }

  Mutant next() {
    Mutation mutation = mutations.get(random.nextInt(mutations.size()));
    String mutant = mutation.change().apply(any(good));
    while (good.contains(mutant) || mutant.isBlank()) {
      mutant = replaceOne(any(good));
    }
    return new Mutant(mutation.name(), mutant, false);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private int anywhere(String token) {
    return random.nextInt(token.length());
  }

  private String letter() {
    return random.nextInt(8) == 0
        ? Character.toString((char) ('!' + random.nextInt('~' - '!' + 1)))
        : Character.toString(BASE64URL.charAt(random.nextInt(BASE64URL.length())));
  }

  private String with(String token, int at, String letter) {
    return token.substring(0, at) + letter + token.substring(at + 1);
  }

  private String replaceOne(String token) {
    return with(token, anywhere(token), letter());
  }

  private String replaceLast(String token) {
    return with(token, token.length() - 1, letter());
  }

  private String replaceSome(String token) {
    String changed = token;
    for (int i = random.nextInt(8); i >= 0; i--) {
      changed = replaceOne(changed);
    }
    return changed;
  }

  /** Of the six bits that a character stands for, so that the text stays base64url. */
  private String flipBit(String token) {
    int at = anywhere(token);
    int value = BASE64URL.indexOf(token.charAt(at));
    return value < 0
        ? replaceOne(token)
        : with(token, at, BASE64URL.substring(value ^ (1 << random.nextInt(6))).substring(0, 1));
  }

  private String truncate(String token) {
    return token.substring(0, 1 + anywhere(token));
  }

  private String cutHead(String token) {
    return token.substring(anywhere(token));
  }

  private String removePiece(String token) {
    int from = anywhere(token);
    int to = Math.min(token.length(), from + 1 + random.nextInt(20));
    return token.substring(0, from) + token.substring(to);
  }

  private String doublePiece(String token) {
    int from = anywhere(token);
    int to = Math.min(token.length(), from + 1 + random.nextInt(20));
    return token.substring(0, to) + token.substring(from);
  }

  private String insert(String token) {
    int at = anywhere(token);
    StringBuilder piece = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      piece.append(letter());
    }
    return token.substring(0, at) + piece + token.substring(at);
  }

  private String swapTwo(String token) {
    int first = anywhere(token);
    int second = anywhere(token);
    String one = with(token, first, token.substring(second, second + 1));
    return with(one, second, token.substring(first, first + 1));
  }

  private String swapParts(String token) {
    String[] parts = token.split("\\.", -1);
    return switch (random.nextInt(5)) {
      case 0 -> parts[1] + "." + parts[0] + "." + parts[2];
      case 1 -> parts[0] + "." + parts[2] + "." + parts[1];
      case 2 -> parts[2] + "." + parts[1] + "." + parts[0];
      case 3 -> parts[0] + "." + parts[0] + "." + parts[2];
      default -> parts[0] + "." + parts[1] + "." + parts[1];
    };
  }

  private String crossOver(String token) {
    String[] parts = token.split("\\.", -1);
    String[] others = any(good).split("\\.", -1);
    int from = random.nextInt(3);
    parts[from] = others[from];
    return String.join(".", parts);
  }

  private String standardAlphabet(String token) {
    return token.replace('-', '+').replace('_', '/');
  }

  private String pad(String token) {
    String[] parts = token.split("\\.", -1);
    parts[random.nextInt(3)] += "=".repeat(1 + random.nextInt(3));
    return String.join(".", parts);
  }

  private String swapCase(String token) {
    int at = anywhere(token);
    char letter = token.charAt(at);
    char other =
        Character.isUpperCase(letter)
            ? Character.toLowerCase(letter)
            : Character.toUpperCase(letter);
    return with(token, at, Character.toString(other));
  }

  private String emptyPart(String token) {
    String[] parts = token.split("\\.", -1);
    parts[random.nextInt(3)] = "";
    return String.join(".", parts);
  }

  private String moveDot(String token) {
    int dot = random.nextBoolean() ? token.indexOf('.') : token.lastIndexOf('.');
    String without = token.substring(0, dot) + token.substring(dot + 1);
    int at = random.nextInt(without.length());
    return without.substring(0, at) + "." + without.substring(at);
  }
}
