package org.rnn4j.core.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnn4j.core.engine.Prepared;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * What a network has made of its sources, as tensors: {@code source/ID} for a vector of each example, {@code source/ID/TIME}
 * for a sequence that follows a source, with {@code /reversed} behind it where it stands in the opposite order; and
 * {@code length/TIME}, the lengths of a source's examples. ID is the number of the value in the network.
 */
final class PreparedTensors {
    private static final String SOURCE = "source/";
    private static final String LENGTH = "length/";
    private static final Pattern NAME = Pattern.compile("source/(\\d{1,9})(?:/([^/]+)(/reversed)?)?");

    private PreparedTensors() {}

    static List<Tensor> of(Prepared prepared) {
        List<Tensor> tensors = new ArrayList<>();
        prepared.values().forEach((value, numbers) -> tensors.add(SessionFile.stored(name(value), numbers)));
        prepared.lengths()
                .forEach((time, lengths) ->
                        tensors.add(Tensor.of(LENGTH + time, lengths.of(), new int[] {lengths.of().length})));
        return tensors;
    }

    private static String name(Value value) {
        String name = SOURCE + value.id() + (value.hasTime() ? "/" + value.time() : "");
        return value.reversed() ? name + "/reversed" : name;
    }

    static Prepared read(TensorFile content, FileErrors errors) {
        Map<Value, org.rnn4j.core.engine.Tensor> values = new LinkedHashMap<>();
        Map<String, Prepared.Lengths> lengths = new LinkedHashMap<>();
        for (Map.Entry<String, Tensor> each : content.tensors().entrySet()) {
            if (!each.getKey().startsWith(SOURCE)) continue;
            org.rnn4j.core.engine.Tensor numbers = SessionFile.values(each.getValue());
            Value value = value(each.getKey(), numbers, errors);
            values.put(value, numbers);
            if (value.hasTime()) lengths.put(value.time(), lengths(content, value.time(), numbers, errors));
        }
        return new Prepared(values, lengths);
    }

    private static Value value(String name, org.rnn4j.core.engine.Tensor numbers, FileErrors errors) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) throw errors.damaged("a source is damaged", "tensor", FileErrors.quote(name));
        String time = parts.group(2) == null ? SequenceGraph.NO_TIME : parts.group(2);
        if (numbers.isIds() || numbers.rank() != (time.isEmpty() ? 2 : 3)) {
            throw errors.damaged("a source is damaged", "tensor", FileErrors.quote(name) + " " + numbers);
        }
        int size = numbers.extent(numbers.rank() - 1);
        return new Value(Integer.parseInt(parts.group(1)), size, time, false, parts.group(3) != null);
    }

    private static Prepared.Lengths lengths(
            TensorFile content, String time, org.rnn4j.core.engine.Tensor numbers, FileErrors errors) {
        Tensor stored = content.tensors().get(LENGTH + time);
        int positions = numbers.extent(0);
        if (stored != null && stored.type() == TensorType.I32 && stored.elements() == numbers.extent(1)) {
            int[] lengths = SessionFile.values(stored).ids();
            boolean fit = true;
            for (int length : lengths) fit &= length >= 0 && length <= positions;
            if (fit) return new Prepared.Lengths(positions, lengths);
        }
        throw errors.damaged("the lengths of a source are damaged", "source", FileErrors.quote(time));
    }
}
