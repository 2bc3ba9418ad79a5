package org.rnn4j.core.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;

/**
 * A file in comma-separated values (RFC 4180), whose first line names the columns.
 *
 * @param header names of the columns
 * @param rows all other lines
 */
record CsvTable(TextPlace place, List<String> header, List<Row> rows) {
    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NaN", "nan", "null", "?");

    /** One line. */
    record Row(List<String> fields, TextPlace place) {}

    static CsvTable read(Path file, char separator) {
        TextFile text = TextFile.read(file);
        List<Row> rows = new ArrayList<>();
        try {
            for (CsvRecord line : CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text.text())) {
                rows.add(new Row(line.getFields(), text.place().at(Math.toIntExact(line.getStartingLineNumber()))));
            }
        } catch (CsvParseException e) {
            throw new DataException(
                    ErrorMessage.of("Not comma-separated values: " + file)
                            .fact("reason", e)
                            .fix("write each row on a line, with \" around values that hold a separator, and as many"
                                    + " values as there are columns")
                            .toString(),
                    e);
        }
        CsvTable table = new CsvTable(text.place(), rows.get(0).fields(), rows.subList(1, rows.size()));
        if (table.rows().isEmpty())
            throw error("No rows below the names of the columns" + text.place().suffix());
        return table;
    }

    private static DataException error(String headline) {
        return new DataException(
                ErrorMessage.of(headline).fix("name a file with data").toString());
    }

    /** The place of a column. */
    int column(String name) {
        int index = header.indexOf(name);
        if (index >= 0) return index;
        throw new DataException(
                ErrorMessage.of("No column '" + name + "'" + place.at(1).suffix())
                        .choices(name, header)
                        .fix("correct the name, or write the names of the columns into the first line")
                        .toString());
    }

    /** A number; NaN where it is missing. */
    double number(Row row, int column) {
        String text = row.fields().get(column).strip();
        if (MISSING.contains(text)) return Double.NaN;
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) return number;
        } catch (NumberFormatException e) {
            // Said below, as for infinity.
        }
        throw new DataException(
                ErrorMessage.of("Not a number: '" + text + "'" + row.place().suffix())
                        .fact("column", header.get(column))
                        .fact("missing", "is written as nothing, NA, NaN, null or ?")
                        .fix("correct the number, or leave the column out of inputs and targets")
                        .toString());
    }
}
