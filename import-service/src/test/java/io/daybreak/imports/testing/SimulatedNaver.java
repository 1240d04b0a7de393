package io.daybreak.imports.testing;

import io.daybreak.simulators.naver.NaverConfig;
import io.daybreak.simulators.naver.NaverSimulator;
import io.daybreak.simulators.naver.access.RateLimits;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** NAVER's simulator beside the service, which is made impatient; {@link Naver} speaks to it. */
public class SimulatedNaver implements QuarkusTestResourceLifecycleManager {

  private NaverSimulator naver;

  @Override
  public Map<String, String> start() {
    naver = NaverSimulator.start(NaverConfig.standard(1).withLimits(RateLimits.none()));
    Map<String, String> config = new HashMap<>();
    config.put("daybreak.naver.base-url", naver.url().toString());
    config.put("daybreak.naver.report-calls-per-second", "200");
    config.put("daybreak.naver.other-calls-per-second", "200");
    config.put("daybreak.naver.calls-per-second-and-key", "200");
    config.put("daybreak.naver.calls-per-second-and-address", "400");
    config.put("daybreak.naver.download-silence", "2s");
    config.put("daybreak.reports.shortest-pause", "100ms");
    config.put("daybreak.reports.jobs-ahead", "6");
    config.put("daybreak.reports.sweep-every", "off");
    config.put("daybreak.names.first-look", "600ms");
    config.put("daybreak.names.longest-build", "20s");
    Stream.of(
            "NaverGateway/orderReport",
            "NaverGateway/reports",
            "NaverGateway/deleteReport",
            "NaverGateway/campaigns",
            "NaverGateway/adGroups",
            "NaverGateway/keywords",
            "MasterGateway/order",
            "MasterGateway/list")
        .map("quarkus.fault-tolerance.\"io.daybreak.imports.naver.%s\".timeout.value"::formatted)
        .forEach(key -> config.put(key, "2"));
    return config;
  }

  @Override
  public void stop() {
    naver.close();
  }
}
