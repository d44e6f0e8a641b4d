package io.bearergate.sample.issuer;

import com.nimbusds.jose.util.JSONArrayUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/** For tests with {@code web1} as it asks for authorization details (RFC 9396). */
abstract class DetailsTest extends IssuerTest {

  static final String TRANSFER =
      """
      {"type":"money_transfer","instructedAmount":{"amount":2500,"currency":"USD"},\
      "sourceAccount":"xxxx1234","destinationAccount":"xxxx9876","beneficiary":"Dana Example"}""";
  static final String PAYMENT = "{\"type\":\"payment_initiation\",\"actions\":[\"initiate\"]}";
  static final String BOTH = "[" + TRANSFER + "," + PAYMENT + "]";

  String codeFor(String details) {
    return codeForPushed(asked(details));
  }

  String codeForPushed(Map<String, String> asked) {
    return browser().codeFor(reference("web1", pushAsWeb(asked)), "alice");
  }

  static Map<String, String> billing() {
    return Requests.with(
        Requests.with(Requests.web(), "audience", Fixtures.BILLING_API), "scope", "openid");
  }

  static Map<String, String> asked(String details) {
    return Requests.with(billing(), "authorization_details", details);
  }

  static List<Object> objects(String json) throws ParseException {
    return JSONArrayUtils.parse(json);
  }
}
