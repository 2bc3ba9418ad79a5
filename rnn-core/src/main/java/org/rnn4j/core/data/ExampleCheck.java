package org.rnn4j.core.data;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.engine.Tensor;

/** Checks a sequence against the encoding of its data. */
final class ExampleCheck {
    private final Example example;
    private final int number;

    private ExampleCheck(Example example, int number) {
        this.example = example;
        this.number = number;
    }

    static void check(Encoding encoding, Example example, int number) {
        ExampleCheck check = new ExampleCheck(example, number);
        check.shape("input", example.input(), encoding.input(), true);
        check.shape(
                "target",
                example.target(),
                encoding.target(),
                encoding.targetLength().isSequence());
        check.source(encoding);
        check.numbers("input", example.input(), encoding.input());
        check.numbers("target", example.target(), encoding.target());
        check.mask(encoding.targetLength().isSequence());
        check.sides(encoding.sides());
        if (encoding.targetPerStep() && example.target().extent(0) != example.length()) {
            throw new DataException(check.message("has not one target for each step")
                    .fact("steps", example.length())
                    .fact("targets", example.target().extent(0))
                    .fix("give a target for each step")
                    .toString());
        }
    }

    private void shape(String what, Tensor tensor, Feature feature, boolean perStep) {
        int rank = (perStep ? 1 : 0) + (feature.isSymbols() ? 0 : 1);
        boolean right = tensor.isIds() == feature.isSymbols()
                && tensor.rank() == rank
                && (feature.isSymbols() || tensor.extent(rank - 1) == feature.size());
        if (right) return;
        String steps = perStep ? "steps" : "";
        String wanted = feature.isSymbols()
                ? "ids[" + steps + "]"
                : "numbers[" + steps + (perStep ? ", " : "") + feature.size() + "]";
        throw new DataException(message("has " + what + "s of the wrong shape")
                .fact("wanted", wanted)
                .fact("found", tensor)
                .fix("give every sequence the same kind and size")
                .toString());
    }

    private void source(Encoding encoding) {
        if (encoding.source().isPresent() != example.source().isPresent()) {
            throw new DataException(message(example.source().isPresent() ? "has a source" : "has no source")
                    .fact("data", encoding.source().isPresent() ? "all have one" : "none has one")
                    .fix("make all examples alike")
                    .toString());
        }
        example.source().ifPresent(tensor -> {
            Encoding.Source source = encoding.source().orElseThrow();
            shape("source", tensor, source.feature(), source.perStep());
            numbers("source", tensor, source.feature());
        });
    }

    private void mask(boolean perStep) {
        if (example.targetMask().isEmpty()) return;
        int[] shape = example.targetMask().get().shape();
        int[] wanted = perStep ? new int[] {example.length()} : new int[0];
        if (Arrays.equals(shape, wanted) && !example.targetMask().get().isIds()) return;
        throw new DataException(message("has a target mask of the wrong shape")
                .fact("wanted", "numbers" + Arrays.toString(wanted))
                .fact("found", example.targetMask().get())
                .fix("give 0 or 1 for each target")
                .toString());
    }

    private void sides(Map<String, Feature> wanted) {
        if (!wanted.keySet().equals(example.sides().keySet())) {
            throw new DataException(message("has other side inputs than the data says")
                    .fact("wanted", wanted.keySet())
                    .fact("found", example.sides().keySet())
                    .fix("give every sequence the same side inputs")
                    .toString());
        }
        wanted.forEach((name, feature) -> {
            Tensor side = Objects.requireNonNull(example.sides().get(name));
            String what = "side input '" + name + "'";
            shape(what, side, feature, true);
            numbers(what, side, feature);
            if (side.extent(0) == example.length()) return;
            throw new DataException(message("has a " + what + " of another length")
                    .fact("steps", example.length())
                    .fact("side input", side.extent(0))
                    .fix("give a vector for each step")
                    .toString());
        });
    }

    private void numbers(String what, Tensor tensor, Feature feature) {
        for (int k = 0; k < tensor.length(); k++) {
            double number = tensor.get(k);
            boolean right = feature.isSymbols() ? number >= 0 && number < feature.size() : Double.isFinite(number);
            if (right) continue;
            String problem = feature.isSymbols()
                    ? article(what) + what + " outside the vocabulary"
                    : article(what) + what + " that is no finite number";
            throw new DataException(message("has " + problem)
                    .fact("found", feature.isSymbols() ? Integer.toString((int) number) : Double.toString(number))
                    .fact("at", place(tensor, k))
                    .fix(
                            feature.isSymbols()
                                    ? "give numbers from 0 to " + (feature.size() - 1)
                                    : "replace the number, or leave the sequence out")
                    .toString());
        }
    }

    private static String article(String what) {
        return what.equals("input") ? "an " : "a ";
    }

    private static String place(Tensor tensor, int position) {
        int[] shape = tensor.shape();
        if (shape.length == 2) return "step " + position / shape[1] + ", element " + position % shape[1];
        if (shape.length == 1) return (tensor.isIds() ? "step " : "element ") + position;
        return "the sequence's only target " + Arrays.toString(shape);
    }

    private ErrorMessage message(String problem) {
        return ErrorMessage.of("Sequence " + number + example.place().suffix() + " " + problem);
    }
}
