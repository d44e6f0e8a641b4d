package io.bearergate.sample;

/**
 * Patterns of what no page, answer or log may show. Each asks for a word's start, since keys,
 * states and challenges are random letters in which any three or four turn up by chance.
 */
public final class Leaks {

  private static final String START = "(?:(?<![\\w-])|(?<=%[0-9A-F]{2}))";

  /** A signed or encrypted token, cut or whole. */
  public static final String TOKEN = START + "eyJ[\\w-]{20}";

  /** A code, token or reference of the issuer's. */
  public static final String HANDLE =
      START + "(bg[a-z]_|txn_|request_uri:|request_uri%3A)[\\w-]{8}";

  private Leaks() {}
}
