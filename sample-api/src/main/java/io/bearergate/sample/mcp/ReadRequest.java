package io.bearergate.sample.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;

/** A request whose body has been read, with another in its place. */
final class ReadRequest extends HttpServletRequestWrapper {

  private final byte[] body;

  ReadRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  @Override
  public int getContentLength() {
    return body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body.length;
  }

  @Override
  public String getCharacterEncoding() {
    return UTF_8.name();
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), UTF_8));
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream octets = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return octets.read();
      }

      @Override
      public int read(byte[] into, int from, int most) {
        return octets.read(into, from, most);
      }

      @Override
      public boolean isFinished() {
        return octets.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("it has been read already");
      }
    };
  }
}
