package io.bearergate.jakarta.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.Interceptor;

/** Chosen before what the server has of its own. */
final class BeforeTheServers extends AnnotationLiteral<Priority> implements Priority {

  private static final long serialVersionUID = 1;

  @Override
  public int value() {
    return Interceptor.Priority.LIBRARY_BEFORE;
  }
}
