package io.daybreak.sheets.google;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.BatchGetValuesResponse;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.CopySheetToAnotherSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.GetSpreadsheetByDataFilterRequest;
import com.google.api.services.sheets.v4.model.NamedRange;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.SpreadsheetProperties;
import com.google.api.services.sheets.v4.model.ValueRange;
import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.sheets.grid.CellRange;
import io.daybreak.sheets.grid.FormulaCell;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.Mark;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.TabView;
import io.daybreak.sheets.grid.Workbook;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Google Sheets. Every method makes one HTTP call, in one attempt, blocks until it is answered, and
 * throws a {@link io.daybreak.sheets.failure.FailureException} with a {@link GoogleFailure} for any
 * other answer than success. Nothing here waits for quota: see {@link PacedSheets}.
 *
 * <p>The annotations' timeout is the net under the transport's read timeout, which is the one that
 * is meant to strike.
 */
@ApplicationScoped
public class SheetsGateway {

  private static final int TIMEOUT_SECONDS = 240;
  private static final int CALLS_AT_ONCE = 24;

  private final Sheets sheets;
  private final ServiceAccount account;
  private final GoogleSettings settings;
  private final Answers answers;

  SheetsGateway(
      SingleAttemptTransport transport,
      ServiceAccount account,
      GoogleSettings settings,
      Answers answers) {
    this.account = account;
    this.settings = settings;
    this.answers = answers;
    this.sheets =
        new Sheets.Builder(transport, GsonFactory.getDefaultInstance(), this::once)
            .setRootUrl(settings.baseUrl().toString())
            .setApplicationName("daybreak")
            .build();
  }

  /** All tabs of a spreadsheet with the sizes of their grids, and our marks at them. */
  @Timeout(value = TIMEOUT_SECONDS, unit = ChronoUnit.SECONDS)
  @Bulkhead(CALLS_AT_ONCE)
  public Workbook workbook(String spreadsheet) {
    return call(
        () ->
            workbook(
                sheets.spreadsheets().get(spreadsheet).setFields(Answer.TABS.fields()).execute()));
  }

  /**
   * One tab with what people have made of it and the dates of its rows.
   *
   * @return nothing if Google answers without it
   * @throws io.daybreak.sheets.failure.FailureException besides with a {@link GoogleFailure}, which
   *     is {@link GoogleFailure.Refused} where the spreadsheet has no such tab, with {@link
   *     io.daybreak.sheets.grid.TabChanged} if a row has lost its date
   */
  @Timeout(value = TIMEOUT_SECONDS, unit = ChronoUnit.SECONDS)
  @Bulkhead(CALLS_AT_ONCE)
  public Optional<TabView> tab(String spreadsheet, int tab, TabLayout layout) {
    return call(
        () -> {
          GetSpreadsheetByDataFilterRequest request = new GetSpreadsheetByDataFilterRequest();
          request.set(
              "dataFilters",
              TabReading.ranges(tab, layout).stream()
                  .map(range -> Map.of("gridRange", range))
                  .toList());
          HttpResponse response =
              sheets
                  .spreadsheets()
                  .getByDataFilter(spreadsheet, request)
                  .setFields(TabReading.FIELDS)
                  .executeUnparsed();
          try (InputStream body = response.getContent()) {
            return TabReading.read(body, layout);
          } finally {
            response.disconnect();
          }
        });
  }

  /**
   * The values of ranges, by column: numbers and dates as numbers, text as text, an empty cell as
   * an empty text. Empty cells at a column's end, and columns that are empty from some point on,
   * are left out.
   */
  @Timeout(value = TIMEOUT_SECONDS, unit = ChronoUnit.SECONDS)
  @Bulkhead(CALLS_AT_ONCE)
  public List<List<List<Object>>> columns(String spreadsheet, List<CellRange> ranges) {
    return call(
        () -> {
          BatchGetValuesResponse response =
              sheets
                  .spreadsheets()
                  .values()
                  .batchGet(spreadsheet)
                  .setRanges(ranges.stream().map(CellRange::a1).toList())
                  .setMajorDimension("COLUMNS")
                  .setValueRenderOption("UNFORMATTED_VALUE")
                  .setDateTimeRenderOption("SERIAL_NUMBER")
                  .setFields(Answer.VALUES.fields())
                  .execute();
          return response.getValueRanges().stream()
              .map(range -> Optional.ofNullable(range.getValues()).orElse(List.of()))
              .toList();
        });
  }

  /**
   * The cells of tabs that hold formulas.
   *
   * @param most how many are read at most
   */
  @Timeout(value = TIMEOUT_SECONDS, unit = ChronoUnit.SECONDS)
  @Bulkhead(CALLS_AT_ONCE)
  public List<FormulaCell> formulas(String spreadsheet, Collection<Integer> tabs, int most) {
    return call(
        () -> {
          GetSpreadsheetByDataFilterRequest request = new GetSpreadsheetByDataFilterRequest();
          request.set(
              "dataFilters",
              tabs.stream().map(tab -> Map.of("gridRange", Map.of("sheetId", tab))).toList());
          HttpResponse response =
              sheets
                  .spreadsheets()
                  .getByDataFilter(spreadsheet, request)
                  .setFields(FormulaReading.FIELDS)
                  .executeUnparsed();
          try (InputStream body = response.getContent()) {
            return FormulaReading.read(body, most);
          } finally {
            response.disconnect();
          }
        });
  }

  /** Applies all changes, or none. */
  @Timeout(value = TIMEOUT_SECONDS, unit = ChronoUnit.SECONDS)
  @Bulkhead(CALLS_AT_ONCE)
  public void change(String spreadsheet, List<GridChange> changes) {
    call(
        () ->
            sheets
                .spreadsheets()
                .batchUpdate(spreadsheet, batch(changes))
                .setFields(Answer.CHANGED.fields())
                .execute());
  }

  /** Set by its name: some of the requests are maps, see {@link Requests}. */
  private static BatchUpdateSpreadsheetRequest batch(List<GridChange> changes) {
    BatchUpdateSpreadsheetRequest batch = new BatchUpdateSpreadsheetRequest();
    batch.set("requests", changes.stream().map(Requests::of).toList());
    return batch;
  }

  /**
   * Writes rows as they are: a text stays a text, whatever it looks like.
   *
   * @param rows texts and numbers, an empty text for an empty cell; never null, which Google's
   *     client would leave out, moving the cells behind it to the left
   */
  @Timeout(value = TIMEOUT_SECONDS, unit = ChronoUnit.SECONDS)
  @Bulkhead(CALLS_AT_ONCE)
  public void write(String spreadsheet, CellRange range, List<List<Object>> rows) {
    call(
        () ->
            sheets
                .spreadsheets()
                .values()
                .update(spreadsheet, range.a1(), new ValueRange().setValues(rows))
                .setValueInputOption("RAW")
                .setFields(Answer.WRITTEN.fields())
                .execute());
  }

  /**
   * Copies a tab into another spreadsheet, under a title that Google chooses.
   *
   * @return the copy's id
   */
  @Timeout(value = TIMEOUT_SECONDS, unit = ChronoUnit.SECONDS)
  @Bulkhead(CALLS_AT_ONCE)
  public int copyTab(String fromSpreadsheet, int tab, String toSpreadsheet) {
    return call(
        () ->
            sheets
                .spreadsheets()
                .sheets()
                .copyTo(
                    fromSpreadsheet,
                    tab,
                    new CopySheetToAnotherSpreadsheetRequest()
                        .setDestinationSpreadsheetId(toSpreadsheet))
                .setFields(Answer.COPIED.fields())
                .execute()
                .getSheetId());
  }

  /** Turns off everything that Google's client could send a second time. */
  private void once(HttpRequest request) {
    request
        .setNumberOfRetries(0)
        .setFollowRedirects(false)
        .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
        .setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()))
        .getHeaders()
        .setAuthorization("Bearer " + account.accessToken());
  }

  private static Workbook workbook(Spreadsheet read) {
    Map<Integer, Mark> marks = new HashMap<>();
    for (Sheet sheet : read.getSheets()) {
      for (DeveloperMetadata metadata : orNone(sheet.getDeveloperMetadata())) {
        Mark.of(
                metadata.getMetadataId(),
                String.valueOf(metadata.getMetadataKey()),
                String.valueOf(metadata.getMetadataValue()))
            .ifPresent(mark -> marks.put(sheet.getProperties().getSheetId(), mark));
      }
    }
    Set<String> names =
        orNone(read.getNamedRanges()).stream().map(NamedRange::getName).collect(Collectors.toSet());
    return new Workbook(
        read.getSheets().stream().map(SheetsGateway::tab).toList(), names, marks, about(read));
  }

  private static Workbook.@Nullable About about(Spreadsheet read) {
    SpreadsheetProperties properties = read.getProperties();
    return properties == null
        ? null
        : new Workbook.About(properties.getTitle(), properties.getTimeZone());
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Tab tab(Sheet sheet) {
    SheetProperties properties = sheet.getProperties();
    return Optional.ofNullable(properties.getGridProperties())
        .map(
            grid ->
                new Tab(
                    properties.getSheetId(),
                    properties.getTitle(),
                    grid.getRowCount(),
                    grid.getColumnCount()))
        .orElseGet(() -> new Tab(properties.getSheetId(), properties.getTitle(), 0, 0));
  }

  private <T> T call(Call<T> call) {
    try {
      return call.make();
    } catch (IOException e) {
      throw answers.meaningOf(e).toException(e);
    }
  }

  private interface Call<T> {
    T make() throws IOException;
  }
}
