package org.rnn4j.core.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.core.train.Metric.Observation;

/** The totals of the loss and some metrics, as they grow batch by batch. Mutable, for one thread. */
final class Scores {
    private final List<Metric> metrics;
    private final List<double[]> totals = new ArrayList<>();

    /** Nothing yet; the loss stands before the metrics. */
    Scores(List<Metric> metrics) {
        List<Metric> all = new ArrayList<>(List.of(LossMetric.loss()));
        all.addAll(metrics);
        this.metrics = List.copyOf(all);
        this.metrics.forEach(metric -> totals.add(new double[metric.totals()]));
    }

    void add(Observation observation) {
        for (int m = 0; m < metrics.size(); m++) metrics.get(m).add(totals.get(m), observation);
    }

    /** The values by name, the loss first. */
    Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int m = 0; m < metrics.size(); m++)
            values.put(metrics.get(m).name(), metrics.get(m).value(totals.get(m)));
        return values;
    }

    /** Values, parts and tables. */
    Judgement judgement() {
        Map<String, Map<String, Double>> parts = new LinkedHashMap<>();
        Map<String, String> tables = new LinkedHashMap<>();
        for (int m = 0; m < metrics.size(); m++) {
            String name = metrics.get(m).name();
            Map<String, Double> more = metrics.get(m).parts(totals.get(m));
            if (!more.isEmpty()) parts.put(name, more);
            metrics.get(m).table(totals.get(m)).ifPresent(table -> tables.put(name, table));
        }
        return new Judgement(values(), parts, tables);
    }

    /** All totals in a row, for a checkpoint. */
    double[] memory() {
        return totals.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }

    /** Goes on from a checkpoint. */
    void restore(double[] memory) {
        int at = 0;
        for (double[] each : totals) {
            System.arraycopy(memory, at, each, 0, each.length);
            at += each.length;
        }
    }
}
