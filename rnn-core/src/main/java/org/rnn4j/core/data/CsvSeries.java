package org.rnn4j.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;

/**
 * Rows that follow each other in time.
 *
 * @param name of the sequence; empty if the file is one series
 */
record CsvSeries(String name, List<Step> steps) {
    /**
     * One row.
     *
     * @param inputs NaN where missing
     * @param targets NaN where missing; none for labels
     * @param label empty for numbers
     */
    record Step(double[] inputs, double[] targets, String label, TextPlace place) {}

    /** The series of a table, in the order in which they begin. */
    static List<CsvSeries> of(CsvTable table, CsvOptions options) {
        CsvOptions.Columns columns = options.columns();
        int[] inputs = indices(table, columns.inputs(table.header()));
        int[] targets = indices(table, columns.targets());
        Optional<Integer> sequence = columns.sequence().map(table::column);
        Map<String, List<Step>> series = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            String name = sequence.map(column -> row.fields().get(column)).orElse("");
            double[] read = numbers(table, row, inputs, options);
            Step step = columns.labels()
                    ? new Step(read, new double[0], row.fields().get(targets[0]), row.place())
                    : new Step(read, numbers(table, row, targets, options), "", row.place());
            series.computeIfAbsent(name, n -> new ArrayList<>()).add(step);
        }
        return series.entrySet().stream()
                .map(entry -> new CsvSeries(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static int[] indices(CsvTable table, List<String> names) {
        return names.stream().mapToInt(table::column).toArray();
    }

    private static double[] numbers(CsvTable table, CsvTable.Row row, int[] columns, CsvOptions options) {
        double[] numbers = new double[columns.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = table.number(row, columns[i]);
            if (!Double.isNaN(numbers[i]) || options.missing() != CsvOptions.Missing.ERROR) continue;
            throw new DataException(
                    ErrorMessage.of("A missing number" + row.place().suffix())
                            .fact("column", table.header().get(columns[i]))
                            .fix("set \"missing\" in \"data\" to previous, mean or mask, or fill the number in")
                            .toString());
        }
        return numbers;
    }

    /** Rows from one to another, which is not among them. */
    CsvSeries between(int from, int to) {
        return new CsvSeries(name, steps.subList(from, to));
    }
}
