package io.daybreak.simulators.shopify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** An app that notes what it is told and answers what the test says. */
final class Receiver implements AutoCloseable {

  record Received(Map<String, String> headers, byte[] body) {
    String topic() {
      return header("X-Shopify-Topic");
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /**
   * @param status the answer to the nth request, counted from 1; 0 for none at all
   */
  Receiver(IntUnaryOperator status) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", exchange -> answer(exchange, status));
    server.start();
  }

  private void answer(HttpExchange exchange, IntUnaryOperator status) throws IOException {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    int number;
    byte[] body = exchange.getRequestBody().readAllBytes();
    synchronized (received) {
      received.add(new Received(headers, body));
      number = received.size();
    }
    int answer = status.applyAsInt(number);
    if (answer != 0) {
      exchange.sendResponseHeaders(answer, -1);
      exchange.close();
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/shopify");
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
