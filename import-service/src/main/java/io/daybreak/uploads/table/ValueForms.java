package io.daybreak.uploads.table;

import io.daybreak.kit.textfile.BooleanForm;
import io.daybreak.kit.textfile.CellFault;
import io.daybreak.kit.textfile.CellRead;
import io.daybreak.kit.textfile.DateForm;
import io.daybreak.kit.textfile.DateForm.Moment;
import io.daybreak.kit.textfile.NumberForm;
import io.daybreak.kit.textfile.Unseen;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a table's cells may be written; without options the one way that the warehouse reads. */
public final class ValueForms {

  /** Nothing but the one way. */
  public static final ValueForms STRICT = new ValueForms(Set.of(), Set.of(), Set.of(), null, false);

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private final NumberForm numbers;
  private final DateForm dates;
  private final BooleanForm booleans;
  private final @Nullable ZoneId zone;
  private final boolean trimmed;

  /**
   * @param zone where moments with an offset are moved to; null refuses them
   * @param trimmed whether blanks around strings are left out
   */
  ValueForms(
      Set<NumberForm.Option> numbers,
      Set<DateForm.Option> dates,
      Set<BooleanForm.Option> booleans,
      @Nullable ZoneId zone,
      boolean trimmed) {
    this.numbers = new NumberForm(numbers);
    this.dates = new DateForm(dates);
    this.booleans = new BooleanForm(booleans);
    this.zone = zone;
    this.trimmed = trimmed;
  }

  /** A cell as the warehouse gets it, or what is wrong with it; empty stays empty. */
  public CellRead<String> read(ColumnType type, String cell) {
    if (type == ColumnType.STRING) {
      return new CellRead<>(trimmed ? Unseen.strip(cell) : cell, null);
    }
    if (Unseen.isBlank(cell)) {
      return new CellRead<>("", null);
    }
    return switch (type) {
      case INTEGER -> numbers.integer(cell);
      case DECIMAL -> numbers.decimal(cell);
      case BOOLEAN -> booleans.read(cell);
      case DATE -> dates.date(cell);
      case TIMESTAMP -> timestamp(cell);
      case STRING -> throw new IllegalStateException("Read above");
    };
  }

  private CellRead<String> timestamp(String cell) {
    CellRead<Moment> read = dates.timestamp(cell);
    Moment moment = read.value();
    if (moment == null || moment.time() == null) {
      return new CellRead<>(null, read.found());
    }
    LocalDateTime time = moment.day().atTime(moment.time());
    if (moment.offset() != null) {
      if (zone == null) {
        return new CellRead<>(null, new CellFault.Found(CellFault.ZONE, moment.offset().getId()));
      }
      time = time.atOffset(moment.offset()).atZoneSameInstant(zone).toLocalDateTime();
    }
    return new CellRead<>((time.getNano() == 0 ? SECONDS : MICROS).format(time), null);
  }
}
