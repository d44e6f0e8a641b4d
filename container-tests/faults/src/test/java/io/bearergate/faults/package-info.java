/**
 * Does the gate stay up when its issuer does not?
 *
 * <p>Every row begins with good keys and a steady load of good tokens, then breaks the issuer in
 * one way and makes fetches due. {@code FaultsTest} is the list of rows; {@code FaultTable} is what
 * people read.
 */
package io.bearergate.faults;
