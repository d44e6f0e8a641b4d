package io.bearergate.sample.playground;

/** Whether anybody on this machine may send requests of any kind from the page. */
public enum Debugger {
  /** Unless somebody asks for it. */
  OFF,
  /** For trying things out. */
  ON
}
