package org.rnn4j.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;

/**
 * What an encoder leaves: its outputs, and the final states of its levels.
 *
 * <p>A level is a layer in which something runs along the source; in a bidirectional layer, two cells do.
 */
final class Encoded {
    private final Sequence output;
    private final List<Map<String, List<Sequence>>> levels;

    private Optional<Sequence> joinedStates = Optional.empty();

    private Encoded(Sequence output, List<Map<String, List<Sequence>>> levels) {
        this.output = output;
        this.levels = levels;
    }

    /** Applies the layers of an encoder, called {@code encoder.0} and so on. */
    static Encoded of(Flow flow, List<Layer> layers, Sequence source) {
        List<Map<String, List<Sequence>>> levels = new ArrayList<>();
        Sequence x = source;
        for (int k = 0; k < layers.size(); k++) {
            Map<String, List<Sequence>> states = new LinkedHashMap<>();
            Flow heard = flow.withListener(scan -> scan.states()
                    .forEach(name ->
                            states.computeIfAbsent(name, n -> new ArrayList<>()).add(scan.finalState(name))));
            x = heard.layer("encoder." + k, layers.get(k), x);
            if (!states.isEmpty()) levels.add(states);
        }
        return new Encoded(x, levels);
    }

    Sequence output() {
        return output;
    }

    /** What a bridge tells of the source in one vector. */
    Sequence gist(Flow flow, Bridge bridge) {
        if (!output.hasTime()) return output;
        boolean states = (bridge == Bridge.DENSE || bridge == Bridge.COPY) && !levels.isEmpty();
        if (states) return finalStates(flow);
        if (output.isOneHot()) {
            throw new CellDefinitionException(ErrorMessage.of("An encoder that leaves symbols as they are")
                    .fix("give it at least one layer, such as { \"type\": \"recurrent\", … }")
                    .toString());
        }
        return bridge == Bridge.MEAN ? flow.mean(output) : flow.last(output);
    }

    /** All final states of the last level side by side. */
    private Sequence finalStates(Flow flow) {
        if (joinedStates.isEmpty()) {
            List<Sequence> all = levels.get(levels.size() - 1).values().stream()
                    .flatMap(List::stream)
                    .toList();
            joinedStates = Optional.of(flow.layer("encoder.states", (inner, first) -> joined(inner, all), all.get(0)));
        }
        return joinedStates.get();
    }

    /** A state of a level, those of several directions side by side, for a state of a decoder. */
    Sequence copy(Flow flow, int level, String state, int size) {
        if (level >= levels.size()) {
            throw new CellDefinitionException(message(state, size)
                    .fact("encoder", levels.size() + (levels.size() == 1 ? " level" : " levels") + " with states")
                    .fact("decoder", "wants the states of level " + (level + 1))
                    .fix("give encoder and decoder as many recurrent layers, or use \"bridge\": \"dense\"")
                    .toString());
        }
        List<Sequence> parts = levels.get(level).get(state);
        if (parts == null) {
            throw new CellDefinitionException(message(state, size)
                    .fact(
                            "encoder",
                            "level " + (level + 1) + " has the states "
                                    + String.join(", ", levels.get(level).keySet()))
                    .fix("use cells of one kind, or \"bridge\": \"dense\", which fits any pair")
                    .toString());
        }
        int given = parts.stream().mapToInt(Sequence::size).sum();
        if (given != size) {
            throw new CellDefinitionException(message(state, size)
                    .fact(
                            "encoder",
                            "level " + (level + 1) + " leaves [B, " + given + "]"
                                    + (parts.size() > 1 ? ", " + parts.size() + " directions side by side" : ""))
                    .fix("make the sizes equal, or use \"bridge\": \"dense\", which fits any pair")
                    .toString());
        }
        return joined(flow, parts);
    }

    private static ErrorMessage message(String state, int size) {
        return ErrorMessage.of("The encoder's states cannot be copied to the decoder's state '" + state + "'")
                .fact("needed", "[B, " + size + "]");
    }

    private static Sequence joined(Flow flow, List<Sequence> parts) {
        return parts.size() == 1 ? parts.get(0) : flow.concat(parts.toArray(new Sequence[0]));
    }
}
