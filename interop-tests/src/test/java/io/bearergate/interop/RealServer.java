package io.bearergate.interop;

import io.bearergate.sample.flow.Landscape.Cast;
import java.util.Map;
import java.util.Set;

/** An authorization server that nobody here wrote, started for a test class. */
interface RealServer extends AutoCloseable {

  /** As its tokens name it. */
  String issuer();

  /** Who is registered there. */
  Cast cast();

  /** The flows it has, by their ids. */
  Set<String> flows();

  /** Everything it signs or gives out that is no access token, by kind. */
  Map<String, String> notAccessTokens(TokenKinds kinds);

  @Override
  void close();
}
