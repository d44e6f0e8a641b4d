package io.bearergate.contract.servers;

/** What holds on every server of the whole of Jakarta EE, or of its web profile. */
abstract class FullServerContract extends ServerContract implements EnterpriseOnServer {}
