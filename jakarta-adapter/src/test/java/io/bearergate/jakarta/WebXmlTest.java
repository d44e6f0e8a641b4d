package io.bearergate.jakarta;

import static jakarta.servlet.DispatcherType.ASYNC;
import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.FORWARD;
import static jakarta.servlet.DispatcherType.INCLUDE;
import static jakarta.servlet.DispatcherType.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class WebXmlTest {

  private static WebXml of(String content)
      throws IOException, SAXException, ParserConfigurationException {
    String text =
        "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\">"
            + content
            + "</web-app>";
    return read(text);
  }

  private static WebXml read(String text)
      throws IOException, SAXException, ParserConfigurationException {
    return WebXml.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void tellsAFilterThatStopsAsynchronousRequests() throws Exception {
    WebXml webXml =
        of(
            "<filter><filter-name> a </filter-name></filter>"
                + "<filter><filter-name>b</filter-name><async-supported>true</async-supported></filter>");

    assertThat(webXml.stopsAsync("a")).isTrue();
    assertThat(webXml.stopsAsync("b")).isFalse();
    assertThat(webXml.stopsAsync("declared-elsewhere")).isFalse();
  }

  @Test
  void looksAtNoComment() throws Exception {
    WebXml webXml = of("<!-- <filter><filter-name>a</filter-name></filter> <auth-constraint/> -->");

    assertThat(webXml.stopsAsync("a")).isFalse();
    assertThat(webXml.hasAuthConstraint()).isFalse();
  }

  @Test
  void takesAMappingWithoutDispatcherForRequestsAlone() throws Exception {
    WebXml webXml = of("<filter-mapping><filter-name>a</filter-name></filter-mapping>");

    assertThat(webXml.notDispatched("a")).containsExactly(FORWARD, INCLUDE, ASYNC, ERROR);
    assertThat(webXml.notDispatched("b")).isEmpty();
  }

  @Test
  void tellsTheDispatchesLeftOut() throws Exception {
    WebXml webXml =
        of(
            "<filter-mapping><filter-name>a</filter-name>"
                + "<dispatcher>ERROR</dispatcher><dispatcher>FORWARD</dispatcher></filter-mapping>");

    assertThat(webXml.notDispatched("a")).containsExactlyInAnyOrder(REQUEST, INCLUDE, ASYNC);
  }

  @Test
  void tellsAConstraintOnWhoMayCome() throws Exception {
    String constraint = "<security-constraint>%s</security-constraint>";

    assertThat(of(constraint.formatted("<auth-constraint/>")).hasAuthConstraint()).isTrue();
    assertThat(of(constraint.formatted("<user-data-constraint/>")).hasAuthConstraint()).isFalse();
  }

  @Test
  void tellsCompleteMetadata() throws Exception {
    assertThat(read("<web-app metadata-complete='true'/>").isMetadataComplete()).isTrue();
    assertThat(of("").isMetadataComplete()).isFalse();
  }

  @Test
  void readsAnOldWebXmlWithoutFetchingItsDtd() throws Exception {
    WebXml webXml =
        read(
            "<!DOCTYPE web-app PUBLIC '-//X//DTD Web 2.3//EN' 'http://127.0.0.1:1/web.dtd'>"
                + "<web-app><filter><filter-name>a</filter-name></filter></web-app>");

    assertThat(webXml.stopsAsync("a")).isTrue();
  }
}
