package io.daybreak.uploads.upload;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimTable;
import io.daybreak.kit.work.Claims;
import io.daybreak.uploads.CsvConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims uploads, and takes over those whose claim has expired. All methods block. */
@ApplicationScoped
class UploadClaims {

  private static final ClaimTable UPLOADS = new ClaimTable("csv_upload", "id");

  /** An upload is begun once and never again. */
  private static final String CLAIM =
      """
      update csv_upload
      set state = 'CLAIMED', state_since = now(),
          claimed_by = $1, claimed_until = now() + make_interval(secs => $2)
      where id = $3 and state = 'RECEIVED'
      returning *
      """;

  /** Whose holder is gone; or whose job start is unclear and to be looked up again. */
  private static final String TAKE_OVER =
      """
      update csv_upload
      set claimed_by = $1, claimed_until = now() + make_interval(secs => $2)
      where id = (
          select id from csv_upload
          where state in ('CLAIMED', 'STORING', 'STORED', 'STARTING', 'UNCLEAR')
            and coalesce(claimed_until, look_again_at) < now() and ($3::uuid is null or id = $3)
          order by coalesce(claimed_until, look_again_at)
          limit 1
          for update skip locked)
      returning *
      """;

  private final Claims claims;
  private final BlockingSql sql;
  private final CsvConfig config;

  UploadClaims(Claims claims, BlockingSql sql, CsvConfig config) {
    this.claims = claims;
    this.sql = sql;
    this.config = config;
  }

  /** Claims an upload that nobody has begun. */
  Optional<Claim<Upload>> claim(UUID id) {
    return claim(CLAIM, id);
  }

  /** Takes over any upload whose claim has expired. */
  Optional<Claim<Upload>> takeOver() {
    return claim(TAKE_OVER, null);
  }

  /** Takes over this upload, if its claim has expired. */
  Optional<Claim<Upload>> takeOver(UUID id) {
    return claim(TAKE_OVER, id);
  }

  private Optional<Claim<Upload>> claim(String statement, @Nullable UUID id) {
    return claims.claim(
        UPLOADS, config.lease(), by -> sql.first(statement, by, config.lease(), id), Upload::of);
  }
}
