package io.daybreak.acceptance.bench.footprint;

import io.daybreak.stack.service.ServiceLaunch;
import io.daybreak.stack.service.ServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The time from the start of a process to its first answer that it is ready. */
final class FirstAnswer {

  private static final int STARTS = 5;
  private static final Duration LOOK_EVERY = Duration.ofMillis(2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String READY = "HTTP/1.1 200";

  private FirstAnswer() {}

  /**
   * Starts one more instance several times, on a port of its own, and ends it again.
   *
   * @return milliseconds, the median
   * @throws IOException if it does not answer within a minute
   */
  static long millis(ServiceLaunch launch) throws IOException, InterruptedException {
    long[] nanos = new long[STARTS];
    for (int start = 0; start < STARTS; start++) {
      nanos[start] = nanos(launch);
    }
    Arrays.sort(nanos);
    return TimeUnit.NANOSECONDS.toMillis(nanos[STARTS / 2]);
  }

  private static long nanos(ServiceLaunch launch) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (ServiceProcess process = ServiceProcess.start(launch)) {
      while (!isReady(launch.port())) {
        if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
          throw new IOException(launch.title() + " did not become ready");
        }
        TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
      }
      return System.nanoTime() - begin;
    }
  }

  /** A bare socket: an HTTP client of ours would take part of the processors while one starts. */
  private static boolean isReady(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      socket.setSoTimeout((int) PATIENCE.toMillis());
      String request = "GET /q/health/ready HTTP/1.1\r\nHost: local\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return READY.equals(new String(in.readNBytes(READY.length()), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return false; // Nothing listens yet.
    }
  }
}
