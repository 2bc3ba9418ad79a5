package org.rnn4j.examples.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.expr.Activation;
import org.rnn4j.cells.gru.GruCell;
import org.rnn4j.cells.lstm.LstmCell;
import org.rnn4j.core.component.cell.ElmanCell;

/**
 * A recurrent module of PyTorch in our words.
 *
 * @param cell the same cell
 * @param table its weights
 * @param states names of its states, PyTorch's and ours
 */
record TorchModule(Cell cell, WeightTable table, List<String> states) {
    private static final Set<String> KNOWN =
            Set.of("nonlinearity", "bias", "num_layers", "bidirectional", "proj_size", "batch_first");

    /** The module of a case. */
    static TorchModule of(JsonNode json) {
        JsonNode config = json.get("config");
        config.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) throw new AssertionError("no test knows the option " + name);
        });
        int size = json.has("hidden_size")
                ? json.get("hidden_size").asInt()
                : Numbers.of(json.get("inputs").get("h")).shape()[1];
        return of(json.get("module").asText(), size, config);
    }

    static TorchModule of(String module, int size, JsonNode config) {
        CellOptions options = CellOptions.of(size).withBias(config.path("bias").asBoolean(true));
        return switch (module) {
            case "RNN", "RNNCell" -> {
                boolean relu = config.path("nonlinearity").asText("tanh").equals("relu");
                Cell cell = ElmanCell.of(options).withActivation(relu ? Activation.RELU : Activation.TANH);
                yield new TorchModule(cell, WeightTable.TORCH_RNN, List.of("h"));
            }
            case "GRU", "GRUCell" ->
                new TorchModule(GruCell.of(options).withResetAfter(true), WeightTable.TORCH_GRU, List.of("h"));
            case "LSTM", "LSTMCell" -> {
                LstmCell plain = LstmCell.of(options);
                int projection = config.path("proj_size").asInt(0);
                Cell cell = projection > 0 ? plain.withProjectionSize(projection) : plain;
                yield new TorchModule(cell, WeightTable.TORCH_LSTM, List.of("h", "c"));
            }
            default -> throw new AssertionError("no cell for the module " + module);
        };
    }
}
