package io.bearergate.contract.attack;

import java.util.List;
import java.util.stream.Stream;

/** Ways to write a path that might reach {@code /api/admin} past its rule. */
public final class PathTable {

  private static final List<String> SPELLINGS =
      List.of(
          "//api/admin",
          "///api///admin",
          "/api//admin",
          "/api/admin//",
          "/./api/admin",
          "/api/./admin",
          "/api/admin/.",
          "/api/admin/..",
          "/api/x/../admin",
          "/api/admin/x/..",
          "/../api/admin",
          "/api/;x/admin",
          "/;x/api/admin",
          "/api;x=y/admin",
          "/api/admin;x",
          "/api/admin;/x",
          "/api/admin/;x",
          "/api/admin%3Bx",
          "/api/admin%3bx=y",
          "/api/admin/",
          "/api/admin.",
          "/api/admin/.json",
          "/api/admin.json",
          "/api/admin%20",
          "/api/admin%09",
          "/api/admin%00",
          "/api/admin%00.html",
          "/api%00/admin",
          "/api/admin%0a",
          "/api/admin%0d%0aX:y",
          "/api/admin%7f",
          "/api/admin?",
          "/api/admin?/public/",
          "/api/admin#/public/",
          "/api/admin%3F",
          "/api/admin%23",
          "/api%2Fadmin",
          "/api%2fadmin",
          "%2Fapi%2Fadmin",
          "/%2Fapi/admin",
          "/api%252Fadmin",
          "/api%25252Fadmin",
          "/api/%252e%252e/admin",
          "/api\\admin",
          "\\api\\admin",
          "/api%5Cadmin",
          "/api%5cadmin",
          "/api%255Cadmin",
          "/api/%2e/admin",
          "/api/%2E/admin",
          "/api/x/%2e%2e/admin",
          "/api/x/%2E%2e/admin",
          "/api/x/.%2e/admin",
          "/api/x/%2e./admin",
          "/api/%61dmin",
          "/api/%41dmin",
          "/%61%70%69/%61%64%6d%69%6e",
          "/API/admin",
          "/api/ADMIN",
          "/Api/Admin",
          "/api/adm\u0131n",
          "/api/%C4%B1admin",
          "/api/adm%C4%B1n",
          "/api/%u0061dmin",
          "/api%c0%afadmin",
          "/api%e0%80%afadmin",
          "/api%f0%80%80%afadmin",
          "/api/%c0%ae%c0%ae/api/admin",
          "/api/%c0%ae/admin",
          "/api%EF%BC%8Fadmin",
          "/api%E2%81%84admin",
          "/api%E2%88%95admin",
          "/api/%EF%BC%A1dmin",
          "/api/admin%ff",
          "/api/admin%",
          "/api/admin%2",
          "/api/admin%zz",
          "/api /admin",
          "/api/admin HTTP/1.1\r\nX: y",
          "/api/ admin",
          "api/admin",
          "*");

  private static final List<String> UNDER_PUBLIC =
      List.of(
          "/../api/admin",
          "/..;/api/admin",
          "/..;x=y/api/admin",
          "/.;/../api/admin",
          "/%2e%2e/api/admin",
          "/%2e%2e%2fapi/admin",
          "/..%2Fapi/admin",
          "/..%2f..%2fapi/admin",
          "%2F..%2Fapi/admin",
          "%2F..%2Fapi%2Fadmin",
          "/..%5Capi/admin",
          "\\..\\api\\admin",
          "%5C..%5Capi%5Cadmin",
          "/..%252Fapi/admin",
          "/%252e%252e/api/admin",
          "/%c0%ae%c0%ae/api/admin",
          "/%EF%BC%8E%EF%BC%8E/api/admin",
          "/..%00/api/admin",
          "/..%09/api/admin",
          "/...//api/admin",
          "/....//api/admin",
          "/x/../../api/admin",
          "/x/y/../../../api/admin",
          ";/../api/admin",
          ";x=/../api/admin",
          "//../api/admin",
          "/.//../api/admin",
          "/%3B/../api/admin",
          "/..%3B/api/admin",
          "?/../api/admin",
          "#/../api/admin",
          "..",
          "/..",
          "../api/admin",
          "api/admin");

  private static final List<String> FORMS =
      List.of(
          "http://127.0.0.1/api/admin",
          "HTTP://127.0.0.1/api/admin",
          "https://127.0.0.1/api/admin",
          "http://other.test/api/admin",
          "http://127.0.0.1//api/admin",
          "http://127.0.0.1/public/../api/admin",
          "http://127.0.0.1/public/..;/api/admin",
          "http://127.0.0.1:80/api/admin",
          "http://public/api/admin",
          "http://x@127.0.0.1/api/admin",
          "http:/api/admin",
          "http:api/admin",
          "file:///api/admin",
          "//127.0.0.1/api/admin",
          "127.0.0.1:80",
          "http://127.0.0.1");

  private PathTable() {}

  /** Every request target, as it stands in the request line. */
  public static List<String> targets() {
    return Stream.of(
            SPELLINGS.stream(),
            UNDER_PUBLIC.stream().map(rest -> "/public" + rest),
            UNDER_PUBLIC.stream().map(rest -> "/public/x" + rest),
            FORMS.stream())
        .flatMap(targets -> targets)
        .filter(target -> !target.isBlank())
        .toList();
  }

  /** Whether the application serves {@code path} to everybody. */
  public static boolean isPublic(String path) {
    return path.equals("/public") || path.startsWith("/public/");
  }
}
