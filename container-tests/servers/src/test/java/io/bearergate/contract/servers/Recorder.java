package io.bearergate.contract.servers;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Notes how each test ended. */
final class Recorder implements AfterTestExecutionCallback {

  @Override
  public void afterTestExecution(ExtensionContext context) {
    ServerContract contract = (ServerContract) context.getRequiredTestInstance();
    boolean well = context.getExecutionException().isEmpty();
    Optional<Shows> rows =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Shows.class);
    for (Behaviour row : rows.orElseThrow().value()) {
      contract.server().sightings().ended(row, well);
    }
  }
}
