package io.daybreak.imports.format;

import static io.daybreak.contracts.sheet.TabLayout.CellType.DATE;
import static io.daybreak.contracts.sheet.TabLayout.CellType.NUMBER;
import static io.daybreak.contracts.sheet.TabLayout.CellType.TEXT;

import io.daybreak.contracts.sheet.TabLayout.CellType;
import io.daybreak.contracts.sheet.TabLayout.Column;
import java.util.List;

/**
 * What a format can have one row per. A dimension fills one column, or two where NAVER knows the
 * thing by an id and people by a name.
 *
 * <p>Header texts are the field's name as NAVER's Korean reports call it, then the English name in
 * parentheses.
 */
public enum Dimension {
  /** The day in Asia/Seoul. */
  DAY(column("일자 (date)", DATE)),
  /** Hour of the day in Asia/Seoul, 0 to 23; 1 means 01:00 to 02:00. */
  HOUR(column("시간 (hour)", NUMBER)),
  /** {@code PC} or {@code MOBILE}. */
  DEVICE(column("기기 (device)", TEXT)),
  CAMPAIGN(column("캠페인 ID (campaign id)", TEXT), column("캠페인 (campaign)", TEXT)),
  AD_GROUP(column("광고그룹 ID (ad group id)", TEXT), column("광고그룹 (ad group)", TEXT)),
  /**
   * Both cells are {@value #NO_KEYWORD} where an ad was shown without a keyword, as NAVER writes
   * it; also in campaigns that have keywords, for the ads that NAVER makes by itself.
   */
  KEYWORD(column("키워드 ID (keyword id)", TEXT), column("키워드 (keyword)", TEXT)),
  /** What people searched for. */
  SEARCH_TERM(column("검색어 (search term)", TEXT)),
  /** NAVER's code of the site on which an ad was shown, 27758 for NAVER's own search on a PC. */
  MEDIA(column("매체 코드 (media code)", TEXT)),
  /** NAVER's code of the region: 01 to 17, 00 abroad, 99 in Korea, -1 unknown. */
  REGION(column("지역 코드 (region code)", TEXT));

  /** What NAVER writes where a row has no keyword. */
  public static final String NO_KEYWORD = "-";

  private final List<Column> columns;

  Dimension(Column... columns) {
    this.columns = List.of(columns);
  }

  public List<Column> columns() {
    return columns;
  }

  private static Column column(String header, CellType type) {
    return new Column(header, type);
  }
}
