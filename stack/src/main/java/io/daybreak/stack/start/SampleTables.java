package io.daybreak.stack.start;

import io.daybreak.simulators.glue.GlueSimulator;
import io.daybreak.simulators.glue.Jobs.Job;
import io.daybreak.simulators.s3.S3Simulator;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;

/** A table of the warehouse that people can load from Slack, with its job. */
public final class SampleTables {

  /** The bucket with the tables' configurations. */
  public static final String CODE_BUCKET = "daybreak-code";

  /** The bucket that cleaned files go to. */
  public static final String LAKE_BUCKET = "daybreak-lake";

  /** Where configurations are in their bucket. */
  public static final String PREFIX = "tables/";

  /** {@code sales.csv}: orders of a day, with several tags in a cell. */
  public static final String SALES =
      """
      {
        "project": "demo",
        "name": "sales",
        "schema": {
          "columns": [
            {"name": "order_id", "type": "integer", "index": true},
            {"name": "day", "type": "date"},
            {"name": "product", "type": "string"},
            {"name": "amount", "type": "decimal"},
            {"name": "tag", "type": "string"}
          ]
        },
        "mappings": {"order_id": "주문번호", "day": "날짜", "product": "상품", "amount": "금액", "tag": "태그"},
        "options": {
          "blanks": {"columns": ["amount"]},
          "splitColumn": "tag",
          "targetPath": "s3://daybreak-lake/{project}/{table}/{date}/{upload}.csv",
          "jobName": "{project}-{table}-load"
        }
      }
      """;

  private static final int RUNS_AT_ONCE = 50;

  private SampleTables() {}

  static void create(S3Simulator s3, GlueSimulator glue) {
    s3.buckets().create(CODE_BUCKET);
    s3.buckets().create(LAKE_BUCKET);
    configure(s3, "sales", SALES);
    glue.jobs().create(new Job("demo-sales-load", RUNS_AT_ONCE, Duration.ofSeconds(5)));
  }

  /** Puts a table's configuration where the service looks for it. */
  public static void configure(S3Simulator s3, String table, String json) {
    s3.buckets()
        .put(
            CODE_BUCKET,
            PREFIX + table + ".json",
            Buffer.buffer(json),
            "application/json",
            Map.of());
  }
}
