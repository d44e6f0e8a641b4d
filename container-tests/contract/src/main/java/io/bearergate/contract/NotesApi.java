package io.bearergate.contract;

/** The application that most tests protect, and its rules. */
final class NotesApi {

  static final String RULES =
      """
      /public/**          open
      /optional/**        optional
      /denied/**          deny
      /api/admin/**       scope admin
      GET  /api/notes/**  scope read:notes
      POST /api/notes/**  scope write:notes
      /api/both/**        scope a b
      /api/any/**         any-scope a b
      /api/permission/**  permission edit:notes
      /api/role/**        role admin auditor
      /api/client/**      client app batch
      /api/mfa/**         acr mfa phr
      /api/fresh/**       max-age 5m
      /api/pay/**         scope pay, max-age 5m, acr mfa
      /api/elsewhere/**   acr mfa, audience https://api.bearergate.test/billing x
      /api/transfers/**   authorization-details transfer
      /api/approvals/**   authorization-details transfer.approve
      /api/big-transfers  authorization-details transfer, acr mfa phr
      /**                 token
      """;

  private NotesApi() {}

  static TestApi.Plan on(TestApi.Plan plan) {
    return plan.rules(RULES)
        .echoing("/public/*", "/optional/*", "/api/admin/*", "/api/notes/*")
        .serving("/*", new Echo("other"));
  }
}
