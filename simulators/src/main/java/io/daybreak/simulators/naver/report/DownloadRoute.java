package io.daybreak.simulators.naver.report;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.naver.refusal.Refusals;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /report-download}: the address must be used as it was given. A token that was encoded
 * twice or not at all opens nothing, nor does an address without {@code fileVersion}.
 */
public final class DownloadRoute {

  /** A kind of report that has files. */
  public interface Files {
    Optional<Answer> download(Call call, String token);
  }

  private final List<Files> kinds;

  public DownloadRoute(List<Files> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  public Routes addTo(Routes routes) {
    return routes.get("/report-download", this::download);
  }

  private Answer download(Call call) {
    String token = call.parameter("authtoken");
    if (token == null || !"v2".equals(call.parameter("fileVersion"))) {
      return Refusals.brokenDownload();
    }
    return kinds.stream()
        .flatMap(kind -> kind.download(call, token).stream())
        .findFirst()
        .orElseGet(Refusals::brokenDownload);
  }
}
