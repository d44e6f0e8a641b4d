package io.bearergate.sample.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlFormTest {

  @ParameterizedTest
  @DisplayName("a form is read in whatever order and case it is written")
  @ValueSource(
      strings = {
        "<form method=\"post\" action=\"/cb\"><input type=\"hidden\" name=\"a\" value=\"1\"></form>",
        "<FORM ACTION=\"/cb\" METHOD=\"POST\"><INPUT NAME=\"a\" TYPE=\"HIDDEN\" VALUE=\"1\"/></FORM>"
      })
  void readsForm(String html) {
    HtmlForm form = HtmlForm.in(html).orElseThrow();

    assertThat(form.action()).isEqualTo("/cb");
    assertThat(form.fields()).containsOnlyKeys("a").containsEntry("a", List.of("1"));
  }

  @Test
  @DisplayName("a value comes out as it was before it was escaped")
  void undoesEscaping() {
    String html =
        "<form method=\"post\" action=\"/?a&amp;b\"><input type=\"hidden\" name=\"state\""
            + " value=\"&quot;&gt;&lt;b&gt;&amp;lt;&#39;\">";

    HtmlForm form = HtmlForm.in(html).orElseThrow();

    assertThat(form.action()).isEqualTo("/?a&b");
    assertThat(form.fields()).containsEntry("state", List.of("\"><b>&lt;'"));
  }

  @Test
  @DisplayName("fields the user would fill in are left to the user")
  void leavesFieldsToTheUser() {
    String html =
        "<form method=\"post\" action=\"/u\"><input name=\"username\" value=\"x\"><button>Go";

    assertThat(HtmlForm.in(html).orElseThrow().fields()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("a page without a form to be posted has none")
  @ValueSource(strings = {"", "<p>form</p>", "<form action=\"/x\">", "<form method=\"post\">"})
  void findsNoForm(String html) {
    assertThat(HtmlForm.in(html)).isEmpty();
  }
}
