package io.bearergate.contract.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.contract.TestApi;
import io.bearergate.contract.doors.app.Annotated;
import io.bearergate.contract.doors.app.AnnotatedToo;
import io.bearergate.contract.doors.app.Between;
import io.bearergate.contract.doors.app.Constrained;
import io.bearergate.contract.doors.app.Derived;
import io.bearergate.contract.doors.app.InCode;
import io.bearergate.contract.doors.app.Incomplete;
import io.bearergate.contract.doors.app.Notes;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.redeploy.WarFolder;
import io.bearergate.jakarta.BearergateFilter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An application with the jar in it is protected, or it does not start. */
public abstract class DoorsContract extends ServedWar {

  private static final String PROPERTIES = "WEB-INF/classes/bearergate.properties";

  private WarFolder application(Class<?>... types) {
    return WarFolder.in(folder.resolve("app")).classes(Notes.class).classes(types);
  }

  private void deploy(WarFolder war) {
    server.deploy(war.folder());
  }

  private void doesNotStart(WarFolder war) {
    assertThatThrownBy(() -> deploy(war)).isInstanceOf(IllegalStateException.class);
  }

  private Answer get(String path) {
    return RawConnection.exchange(address, RawRequest.get(path));
  }

  private Answer withToken(String path) {
    String token = issuer.token(t -> t.audience(TestApi.AUDIENCE));
    return RawConnection.exchange(address, RawRequest.get(path).bearer(token));
  }

  private Answer isProtected() {
    assertThat(get("/a").status()).isEqualTo(401);
    assertThat(get("/public/a").told("user")).isEqualTo("null");
    Answer answer = withToken("/a");
    assertThat(answer.told("user")).isEqualTo("alice");
    return answer;
  }

  @Test
  void protectsByAnAnnotationAlone() {
    deploy(application(Annotated.class));

    assertThat(isProtected().headers("Gate")).containsExactly("bearergate");
    assertThat(log.text())
        .contains("issuer = " + issuer.issuer() + " (@ProtectedApi on " + Annotated.class.getName())
        .contains("INFO Filter \"bearergate\" of the root context is mapped to /*\n");
  }

  @Test
  void countsNoSubclassOfTheAnnotatedClass() {
    deploy(application(Annotated.class, Derived.class));

    isProtected();
  }

  @Test
  void doesNotStartWithTwoAnnotatedClasses() {
    doesNotStart(application(Annotated.class, AnnotatedToo.class));

    assertThat(log.text())
        .contains(Annotated.class.getName() + ", " + AnnotatedToo.class.getName());
  }

  @Test
  void protectsByAPropertiesFileAlone() {
    deploy(application().file(PROPERTIES, WebXmlText.properties()));

    assertThat(isProtected().headers("Gate")).containsExactly("bearergate");
  }

  @Test
  void protectsByASystemPropertyAlone() {
    System.setProperty("bearergate.bearergate.issuer", issuer.issuer());
    System.setProperty("bearergate.bearergate.audience", TestApi.AUDIENCE);
    System.setProperty("bearergate.bearergate.startup", "wait");
    try {
      deploy(application());

      assertThat(get("/a").status()).isEqualTo(401);
      assertThat(withToken("/a").told("user")).isEqualTo("alice");
    } finally {
      System.getProperties().keySet().removeIf(name -> name.toString().startsWith("bearergate."));
    }
  }

  @Test
  void doesNotStartWhereNothingNamesAnIssuer() {
    doesNotStart(application());

    assertThat(log.text())
        .contains("Set it to the iss of the tokens: issuer=https://…")
        .contains("To let everything through, which is unsafe: enabled=false")
        .contains("web.xml (no filter), @ProtectedApi (on no class that the server shows; ")
        .contains("none that lacks another class is shown), bearergate.properties");
  }

  /** Some servers fail of themselves; others show such a class to no initializer. */
  @Test
  void doesNotStartWhereTheAnnotatedClassLacksAnother() {
    assertThatThrownBy(() -> deploy(application(Incomplete.class))).isNotNull();
  }

  @Test
  void startsUnprotectedWithAWarningWhenToldSo() {
    deploy(application(AnnotatedToo.class));

    assertThat(get("/a").status()).isEqualTo(200);
    assertThat(log.text()).contains("WARNING enabled=false").contains("NOTHING IS PROTECTED");
  }

  @Test
  void registersNoSecondFilterBesideThatOfWebXml() {
    deploy(
        application()
            .file("WEB-INF/web.xml", WebXmlText.of(WebXmlText.gate(WebXmlText.settings()))));

    assertThat(isProtected().headers("Gate")).containsExactly("api");
    assertThat(log.text()).doesNotContain("WARNING").containsOnlyOnce("protects by these rules");
  }

  @Test
  void letsInitParamsCountBeforeTheAnnotation() {
    deploy(
        application(Annotated.class)
            .file(
                "WEB-INF/web.xml",
                WebXmlText.of(WebXmlText.gate(Map.of("rules", "/public/** deny\n/** token")))));

    assertThat(get("/public/a").status()).isEqualTo(403);
    assertThat(withToken("/a").headers("Gate")).containsExactly("api");
  }

  @Test
  void doesNotStartWithAnAnnotationForTwoFilters() {
    String two =
        WebXmlText.gate(Map.of())
            + WebXmlText.filter("b", BearergateFilter.class, "")
            + WebXmlText.mapping("b", "<url-pattern>/b/*</url-pattern>");

    doesNotStart(application(Annotated.class).file("WEB-INF/web.xml", WebXmlText.of(two)));

    assertThat(log.text()).contains("is for one filter, and the application has several");
  }

  @Test
  void standsAsideForAFilterInCode() {
    deploy(
        application(InCode.class)
            .file("WEB-INF/web.xml", WebXmlText.of(WebXmlText.listener(InCode.class))));

    assertThat(get("/a").status()).isEqualTo(401);
    assertThat(withToken("/a").headers("Gate")).containsExactly("api");
  }

  @Test
  void doesNotStartWithAnAnnotationBesideAFilterInCode() {
    doesNotStart(
        application(InCode.class, Annotated.class)
            .file("WEB-INF/web.xml", WebXmlText.of(WebXmlText.listener(InCode.class))));

    assertThat(log.text()).contains("goes unread: filter \"api\" has its settings from code");
  }

  @Test
  void doesNotStartWhereTheFilterOfWebXmlIsMappedToNothing() {
    String gate = WebXmlText.gate(WebXmlText.settings());
    String filter = gate.substring(0, gate.indexOf("<filter-mapping>"));

    doesNotStart(application().file("WEB-INF/web.xml", WebXmlText.of(filter)));

    assertThat(log.text()).contains("web.xml (filter \"api\" has no <filter-mapping>)");
  }

  /** Which hides the jar's initializer and fragment from the server: nothing of ours runs then. */
  @Test
  void protectsByWebXmlAloneUnderAnEmptyOrdering() {
    deploy(
        application(Annotated.class)
            .file(
                "WEB-INF/web.xml",
                WebXmlText.of(WebXmlText.NO_FRAGMENTS, WebXmlText.gate(WebXmlText.settings()))));

    assertThat(isProtected().headers("Gate")).containsExactly("api");
  }

  @Test
  void doesNotStartByAHiddenAnnotationUnderAnEmptyOrdering() {
    doesNotStart(
        application(Annotated.class)
            .file(
                "WEB-INF/web.xml",
                WebXmlText.of(WebXmlText.NO_FRAGMENTS, WebXmlText.gate(Map.of()))));
  }

  @Test
  void protectsByAPropertiesFileUnderACompleteWebXml() {
    deploy(
        application()
            .file(PROPERTIES, WebXmlText.properties())
            .file("WEB-INF/web.xml", WebXmlText.complete(WebXmlText.servlet(Notes.class))));

    assertThat(isProtected().headers("Gate")).containsExactly("bearergate");
  }

  @Test
  void warnsOfAnAnnotationUnderACompleteWebXml() {
    deploy(
        application(Annotated.class)
            .file("WEB-INF/web.xml", WebXmlText.complete(WebXmlText.servlet(Notes.class))));

    isProtected();
    assertThat(log.text()).contains("WARNING web.xml is metadata-complete");
  }

  @Test
  void doesNotStartWithoutIssuerUnderACompleteWebXml() {
    doesNotStart(
        application()
            .file("WEB-INF/web.xml", WebXmlText.complete(WebXmlText.servlet(Notes.class))));
  }

  @Test
  void standsBeforeAllFiltersOfWebXml() {
    deploy(
        application(Annotated.class, Between.class)
            .file(
                "WEB-INF/web.xml",
                WebXmlText.of(
                    WebXmlText.filter("between", Between.class, ""),
                    WebXmlText.mapping("between", "<url-pattern>/*</url-pattern>"))));

    assertThat(withToken("/a").header("Met")).isEqualTo("alice");
  }

  @Test
  void warnsOfWhatWebXmlLeavesOut() {
    String half =
        WebXmlText.filter("api", BearergateFilter.class, "")
            + WebXmlText.mapping(
                "api", "<servlet-name>" + Notes.class.getName() + "</servlet-name>");

    deploy(application(Annotated.class).file("WEB-INF/web.xml", WebXmlText.of(half)));

    assertThat(log.text())
        .contains("WARNING Filter \"api\" needs <async-supported>true</async-supported>")
        .contains(
            "INFO Filter \"api\" of the root context is mapped to servlet \""
                + Notes.class.getName());
  }

  @Test
  void warnsOfConstraintsThatTheServerJudgesItself() {
    deploy(application(Annotated.class, Constrained.class));

    assertThat(withToken("/constrained").status()).isEqualTo(403);
    assertThat(log.text()).contains("WARNING @ServletSecurity on " + Constrained.class.getName());
  }
}
