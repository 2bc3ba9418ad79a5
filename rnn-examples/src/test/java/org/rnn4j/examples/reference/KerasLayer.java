package org.rnn4j.examples.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Returns;
import org.rnn4j.bidirectional.BidirectionalLayer;
import org.rnn4j.bidirectional.Merge;
import org.rnn4j.cells.gru.GruCell;
import org.rnn4j.cells.lstm.LstmCell;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.network.Mask;
import org.rnn4j.core.network.Network;

/** A recurrent layer of Keras as a network of ours, with its weights in Keras's order and shapes. */
final class KerasLayer {
    private static final Set<String> KNOWN = Set.of(
            "return_sequences",
            "go_backwards",
            "use_bias",
            "unroll",
            "stateful",
            "unit_forget_bias",
            "zero_output_for_mask",
            "reset_after");
    private static final Map<String, Merge> MERGES =
            Map.of("concat", Merge.CONCAT, "sum", Merge.SUM, "ave", Merge.AVERAGE, "mul", Merge.MULTIPLY);
    private static final List<String> ARRAYS = List.of("kernel", "recurrent_kernel", "bias");

    private final String kind;
    private final JsonNode options;
    private final boolean bidirectional;
    private final Network network;

    /**
     * A layer.
     *
     * @param kind LSTM, GRU or SimpleRNN
     * @param merge of a bidirectional layer, else the empty string
     */
    KerasLayer(String kind, int units, String merge, JsonNode options, int inputSize, Precision precision) {
        options.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) throw new AssertionError("no test knows the option " + name);
        });
        this.kind = kind;
        this.options = options;
        this.bidirectional = !merge.isEmpty();
        this.network = Network.builder()
                .vectorInput(inputSize)
                .layer(layer(cell(units), merge))
                .precision(precision)
                .build();
    }

    private Cell cell(int units) {
        CellOptions cell =
                CellOptions.of(units).withBias(options.path("use_bias").asBoolean(true));
        return switch (kind) {
            case "LSTM" -> LstmCell.of(cell);
            case "GRU" -> GruCell.of(cell).withResetAfter(isResetAfter());
            case "SimpleRNN" -> ElmanCell.of(cell);
            default -> throw new AssertionError("no cell for the layer " + kind);
        };
    }

    private Layer layer(Cell cell, String merge) {
        Returns returns = returnsSequences() ? Returns.ALL : Returns.LAST;
        if (bidirectional) {
            Merge found = MERGES.get(merge);
            if (found == null) throw new AssertionError("no test knows the merge mode " + merge);
            return BidirectionalLayer.of(cell).withMerge(found).withReturns(returns);
        }
        Layer forward = RecurrentLayer.of(cell).withReturns(returns);
        return goesBackwards() ? (flow, x) -> forward.apply(flow, flow.reverse(x)) : forward;
    }

    private boolean isResetAfter() {
        return options.path("reset_after").asBoolean(true);
    }

    /** True if outputs stand in the order in which the steps are taken, from the last to the first. */
    boolean goesBackwards() {
        return options.path("go_backwards").asBoolean(false);
    }

    boolean returnsSequences() {
        return options.path("return_sequences").asBoolean(false);
    }

    /** What Keras shows at masked steps; its bidirectional layers always show zeros. */
    Mask.Fill fill() {
        boolean zeros = bidirectional || options.path("zero_output_for_mask").asBoolean(false);
        return zeros ? Mask.Fill.ZEROS : Mask.Fill.PREVIOUS;
    }

    Network network() {
        return network;
    }

    private WeightTable table() {
        return switch (kind) {
            case "LSTM" -> WeightTable.KERAS_LSTM;
            case "GRU" -> isResetAfter() ? WeightTable.KERAS_GRU_RESET_AFTER : WeightTable.KERAS_GRU;
            default -> WeightTable.KERAS_SIMPLE_RNN;
        };
    }

    /** The cells in Keras's order. */
    private List<String> paths() {
        return bidirectional ? List.of("layers.0.forward.cell", "layers.0.backward.cell") : List.of("layers.0.cell");
    }

    private List<String> states() {
        return kind.equals("LSTM") ? List.of("h", "c") : List.of("h");
    }

    /** Sets the weights: kernel [I, gates * U], recurrent kernel [U, gates * U], bias if there is one, for each cell. */
    void load(List<Numbers> weights) {
        for (int k = 0; k < paths().size(); k++) {
            table().load(network.weights(), paths().get(k), arrays(weights, k));
        }
    }

    /** The gradients of the weights that were loaded, as {@link #inBlocks} has them. */
    List<double[]> gradients(Weights gradients, List<Numbers> weights) {
        List<double[]> all = new ArrayList<>();
        for (int k = 0; k < paths().size(); k++) {
            all.addAll(table().gradients(gradients, paths().get(k), arrays(weights, k))
                    .values());
        }
        return all;
    }

    /** The arrays of one cell by name. */
    private Map<String, double[]> arrays(List<Numbers> weights, int cell) {
        int each = weights.size() / paths().size();
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (int k = 0; k < each; k++) {
            arrays.put(ARRAYS.get(k), inBlocks(weights.get(cell * each + k), k).data());
        }
        return arrays;
    }

    /** The arrays of all cells with gates as blocks of rows: kernels are transposed, biases stay as they are. */
    List<double[]> inBlocks(List<Numbers> weights) {
        int each = weights.size() / paths().size();
        List<double[]> all = new ArrayList<>();
        for (int k = 0; k < weights.size(); k++)
            all.add(inBlocks(weights.get(k), k % each).data());
        return all;
    }

    private static Numbers inBlocks(Numbers weight, int place) {
        return ARRAYS.get(place).equals("bias") ? weight : weight.transposed(1, 0);
    }

    /** Initial states in Keras's order: the states of a cell, cell by cell. */
    States initial(List<Tensor> values) {
        Map<String, Tensor> states = new LinkedHashMap<>();
        for (int k = 0; k < values.size(); k++) {
            String path = paths().get(k / states().size());
            states.put(path + "." + states().get(k % states().size()), values.get(k));
        }
        return new States(states);
    }
}
