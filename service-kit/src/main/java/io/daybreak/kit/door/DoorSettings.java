package io.daybreak.kit.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one caller may ask for at once. */
@ConfigMapping(prefix = "daybreak.door")
interface DoorSettings {

  /** Largest body of a request without a bearer token, such as a webhook's. */
  @WithDefault("1M")
  MemorySize publicBody();

  /** Announced bytes of all requests without a bearer token that are under way. */
  @WithDefault("8M")
  MemorySize publicBytesInFlight();

  /** How long a request without a bearer token may take to arrive. */
  @WithDefault("10s")
  Duration publicBodyTime();

  /** How long any request may take to arrive; uploads are the longest. */
  @WithDefault("10m")
  Duration bodyTime();

  /** Requests of one person that are under way at once in this process, streams not counted. */
  @WithDefault("100")
  int requestsPerPerson();

  /** Event streams that one person may have open at once in this process. */
  @WithDefault("20")
  int streamsPerPerson();
}
