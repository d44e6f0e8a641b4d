package io.bearergate.jakarta;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What only web.xml itself tells of an application, for warnings; nothing is decided by it. */
record WebXml(Element root) {

  /** Empty too where it cannot be read: the server has read it, and ours are warnings only. */
  static Optional<WebXml> of(ServletContext application) {
    try (InputStream in = application.getResourceAsStream("/WEB-INF/web.xml")) {
      return in == null ? Optional.empty() : Optional.of(read(in));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      return Optional.empty();
    }
  }

  static WebXml read(InputStream in)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new DefaultHandler()); // the JDK's own prints
    return new WebXml(builder.parse(in).getDocumentElement());
  }

  boolean isMetadataComplete() {
    return root.getAttribute("metadata-complete").equals("true");
  }

  /** Whether the server asks for a login of its own somewhere. */
  boolean hasAuthConstraint() {
    return !all(root, "auth-constraint").isEmpty();
  }

  /** Whether a filter is declared here and asynchronous requests end at it. */
  boolean stopsAsync(String filterName) {
    return all(root, "filter").stream()
        .filter(filter -> text(filter, "filter-name").contains(filterName))
        .anyMatch(filter -> !text(filter, "async-supported").contains("true"));
  }

  /** The dispatches that some mapping of a filter leaves out; none where it has no mapping here. */
  Set<DispatcherType> notDispatched(String filterName) {
    Set<DispatcherType> missing = EnumSet.noneOf(DispatcherType.class);
    all(root, "filter-mapping").stream()
        .filter(mapping -> text(mapping, "filter-name").contains(filterName))
        .forEach(mapping -> missing.addAll(notDispatched(mapping)));
    return missing;
  }

  private static Set<DispatcherType> notDispatched(Element mapping) {
    List<String> named = text(mapping, "dispatcher");
    Set<DispatcherType> missing = EnumSet.allOf(DispatcherType.class);
    missing.removeIf(
        type -> named.isEmpty() ? type == DispatcherType.REQUEST : named.contains(type.name()));
    return missing;
  }

  private static List<String> text(Element parent, String name) {
    return all(parent, name).stream().map(element -> element.getTextContent().strip()).toList();
  }

  private static List<Element> all(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagNameNS("*", name);
    return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
        .map(i -> (Element) nodes.item(i))
        .toList();
  }
}
