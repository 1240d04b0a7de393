package io.daybreak.simulators.kernel;

/**
 * How a simulator is started.
 *
 * @param name for log lines and threads, e.g. {@code naver}
 * @param port TCP port on loopback; 0 takes a free one
 * @param seed of everything that is random in the simulator; printed at start
 */
public record SimulatorOptions(String name, int port, long seed) {}
