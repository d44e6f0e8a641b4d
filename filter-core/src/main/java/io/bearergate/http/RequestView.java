package io.bearergate.http;

import java.util.List;

/**
 * One request as the client sent it. The core reads it on the calling thread and keeps no
 * reference.
 */
public interface RequestView {

  /** Case-sensitive, as sent (RFC 9110 §9.1). */
  String method();

  /**
   * The path the container dispatches on, as it decoded and normalised it, context path off. Policy
   * sees only this.
   */
  String path();

  /**
   * Every value in arrival order, empty when absent: two {@code Authorization} headers must be seen
   * to be refused.
   */
  List<String> headers(String name);
}
