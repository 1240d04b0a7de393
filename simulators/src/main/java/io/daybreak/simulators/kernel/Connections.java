package io.daybreak.simulators.kernel;

import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** The one thing Vert.x does not offer: ending a connection by a TCP reset instead of a close. */
final class Connections {

  private Connections() {}

  /** With a linger time of 0 the kernel drops what is unsent and sends RST. */
  static void reset(HttpConnection connection) {
    var channel = ((ConnectionBase) connection).channel();
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close();
  }
}
