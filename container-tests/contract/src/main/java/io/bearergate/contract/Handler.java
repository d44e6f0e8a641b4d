package io.bearergate.contract;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What an endpoint does, for any method. */
@FunctionalInterface
public interface Handler {

  void handle(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException;
}
