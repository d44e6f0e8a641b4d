package io.bearergate.faults;

/**
 * What all rows share.
 *
 * @param form how much of the suite runs
 * @param bare the measure of the machine's own delays
 */
record Suite(Form form, FaultTable table, BareServer bare) implements AutoCloseable {

  static Suite start() {
    Form form = Form.chosen();
    return new Suite(form, new FaultTable(form), new BareServer());
  }

  @Override
  public void close() {
    bare.close();
    table.publish();
  }
}
