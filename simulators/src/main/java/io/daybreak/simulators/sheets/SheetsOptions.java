package io.daybreak.simulators.sheets;

/**
 * How the simulator is started; the quotas hold for reads and for writes.
 *
 * @param port port on loopback; 0 takes a free one
 * @param seed of the fault rules' chance
 * @param perUserAndMinute Google's quota for one user: 60
 * @param perProjectAndMinute Google's quota for a project: 300
 */
public record SheetsOptions(int port, long seed, int perUserAndMinute, int perProjectAndMinute) {

  /** Google's own quotas. */
  public static SheetsOptions onPort(int port) {
    return new SheetsOptions(port, 1, 60, 300);
  }
}
