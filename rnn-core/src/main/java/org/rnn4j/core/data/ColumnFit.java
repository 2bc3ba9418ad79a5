package org.rnn4j.core.data;

import java.util.Arrays;

/**
 * Offset, scale and mean of one column.
 *
 * @param offset what is taken off
 * @param scale what is divided by; 1 for a column that is the same everywhere
 * @param mean after scaling
 */
record ColumnFit(double offset, double scale, double mean) {
    static ColumnFit of(double[] present, CsvOptions.Scale kind) {
        double mean = Arrays.stream(present).average().orElse(0);
        if (present.length == 0 || kind == CsvOptions.Scale.NONE) return new ColumnFit(0, 1, mean);
        double low = Arrays.stream(present).min().orElse(0);
        double high = Arrays.stream(present).max().orElse(0);
        double variance = Arrays.stream(present)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(0);
        boolean standard = kind == CsvOptions.Scale.STANDARD;
        double offset = standard ? mean : low;
        double spread = standard ? Math.sqrt(variance) : high - low;
        double scale = high > low ? spread : 1;
        return new ColumnFit(offset, scale, (mean - offset) / scale);
    }
}
