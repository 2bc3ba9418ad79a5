package org.rnn4j.core.data;

import java.util.ArrayList;
import java.util.List;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.data.CsvOptions.Missing;
import org.rnn4j.core.data.CsvSeries.Step;
import org.rnn4j.core.engine.Tensor;

/** Cuts series into examples, and makes their numbers those of the network. */
final class CsvWindows {
    private final CsvOptions options;
    private final Encoding encoding;

    CsvWindows(CsvOptions options, Encoding encoding) {
        this.options = options;
        this.encoding = encoding;
    }

    /** The windows of a series; none if it is too short. */
    List<Example> of(CsvSeries series) {
        int horizon = options.windows().horizon();
        int rows = series.steps().size() - horizon;
        int size = options.windows().size().orElse(rows);
        List<Example> examples = new ArrayList<>();
        if (size < 1) return examples;
        double[][] read = read(series);
        for (int from = 0; from + size <= rows; from += options.windows().stride()) {
            examples.add(example(series, read, from, size));
        }
        return examples;
    }

    private Example example(CsvSeries series, double[][] read, int from, int size) {
        int width = encoding.input().size();
        double[] input = new double[size * width];
        for (int t = 0; t < size; t++) System.arraycopy(read[from + t], 0, input, t * width, width);
        boolean perStep = options.windows().perStep();
        int first = from + (perStep ? 0 : size - 1) + options.windows().horizon();
        List<Step> said = series.steps().subList(first, first + (perStep ? size : 1));
        TextPlace place = series.steps().get(from).place();
        return encoding.target() instanceof Feature.Symbols labels
                ? new Example(Tensor.of(input, size, width), labels(said, labels.vocabulary()), place)
                : numbers(Tensor.of(input, size, width), said, place);
    }

    private Tensor labels(List<Step> said, Vocabulary vocabulary) {
        int[] ids = said.stream()
                .mapToInt(step -> vocabulary
                        .id(step.label())
                        .orElseThrow(() -> new DataException(ErrorMessage.of("Unknown label '" + step.label() + "'"
                                        + step.place().suffix())
                                .choices(step.label(), vocabulary.symbols())
                                .fix("correct the row, or train with it")
                                .toString())))
                .toArray();
        return options.windows().perStep() ? Tensor.ofIds(ids, ids.length) : Tensor.ofIds(ids);
    }

    /** Targets that are missing are 0, and do not count. */
    private Example numbers(Tensor input, List<Step> said, TextPlace place) {
        int width = encoding.target().size();
        Scaling scaling = scaling(encoding.target());
        double[] target = new double[said.size() * width];
        double[] mask = new double[said.size()];
        boolean all = true;
        for (int t = 0; t < said.size(); t++) {
            mask[t] = 1;
            for (int i = 0; i < width; i++) {
                double x = said.get(t).targets()[i];
                if (Double.isNaN(x)) mask[t] = 0;
                target[t * width + i] = Double.isNaN(x) ? 0 : scaling.apply(i, x);
            }
            all &= mask[t] == 1;
        }
        boolean perStep = options.windows().perStep();
        Example example =
                new Example(input, perStep ? Tensor.of(target, said.size(), width) : Tensor.of(target, width), place);
        if (all) return example;
        return example.withTargetMask(perStep ? Tensor.of(mask, mask.length) : Tensor.of(mask));
    }

    /** What the network reads at each row. */
    private double[][] read(CsvSeries series) {
        int width = encoding.input().size();
        Scaling scaling = scaling(encoding.input());
        double[][] read = new double[series.steps().size()][width];
        for (int t = 0; t < read.length; t++) {
            double[] inputs = series.steps().get(t).inputs();
            for (int i = 0; i < inputs.length; i++) {
                boolean missing = Double.isNaN(inputs[i]);
                boolean repeated = missing && t > 0 && options.missing() == Missing.PREVIOUS;
                read[t][i] =
                        missing ? (repeated ? read[t - 1][i] : scaling.mean().get(i)) : scaling.apply(i, inputs[i]);
                if (options.missing() == Missing.MASK) read[t][inputs.length + i] = missing ? 1 : 0;
            }
        }
        return read;
    }

    private static Scaling scaling(Feature feature) {
        return feature instanceof Feature.Numbers numbers
                ? numbers.scaling().orElseGet(() -> Scaling.none(numbers.size()))
                : Scaling.none(feature.size());
    }
}
