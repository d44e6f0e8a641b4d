package io.bearergate.contract.identity.app;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks who it is, waits until another request has asked too, and asks again. */
@WebServlet("/meeting")
public final class Meeting extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final CyclicBarrier BOTH = new CyclicBarrier(2);

  @Inject private transient Greeter greeter;
  @Inject private transient Desk desk;

  /** For the server. */
  public Meeting() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String before = greeter.name() + "," + desk.tell();
    try {
      BOTH.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new ServletException(e);
    }
    response.getWriter().println("told=" + before + "," + greeter.name() + "," + desk.tell());
  }
}
