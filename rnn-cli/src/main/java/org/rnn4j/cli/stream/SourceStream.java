package org.rnn4j.cli.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.cli.stream.LineReader.Step;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.TargetLength;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.Session;
import org.rnn4j.core.network.SessionState;

/**
 * A model that answers a source, on lines: the first line of a sequence is the source, and gets what an answer begins with; each
 * line after it is what the answer goes on with, and gets what comes next.
 */
public final class SourceStream implements Lines {
    private final Network network;
    private final Predictions predictions;
    private final int start;
    private final boolean perStep;
    private final LineReader sources;
    private final LineReader answers;
    private Optional<Session> session = Optional.empty();
    private long number;

    /**
     * A stream of a model of some data.
     *
     * @throws ConfigException if the model answers with anything but symbols
     */
    public SourceStream(Encoding encoding, Network network, Predictions predictions) {
        Encoding.Source source = encoding.source().orElseThrow();
        if (!encoding.isNextSymbol()) {
            throw new ConfigException(ErrorMessage.of("The model cannot be run on lines as they arrive")
                    .fact("reason", "it answers a source, and not with symbols")
                    .fix("run it in Java: network.newSession(sources)")
                    .toString());
        }
        this.network = network;
        this.predictions = predictions;
        this.start = encoding.vocabulary().orElseThrow().start();
        this.perStep = source.perStep();
        this.sources = new LineReader(new Encoding(source.feature(), source.feature(), TargetLength.STEPS));
        this.answers = new LineReader(new Encoding(encoding.input(), encoding.target(), TargetLength.STEPS));
    }

    /** Goes on where another stream stood. */
    public void restore(SessionState state) {
        session = Optional.of(network.newSession(state));
    }

    @Override
    public List<String> line(String line) {
        number++;
        if (line.isEmpty()) {
            session = Optional.empty();
            return List.of("");
        }
        if (session.isPresent()) {
            List<Step> steps = answers.steps(line, number);
            String next = "";
            for (Step step : steps) next = step(session.get(), step.input());
            return List.of(next);
        }
        Session begun = network.newSession(Map.of(Encoding.SOURCE, source(sources.steps(line, number), line)));
        session = Optional.of(begun);
        return List.of(step(begun, Tensor.ofIds(new int[] {start}, 1)));
    }

    private String step(Session begun, Tensor input) {
        Tensor output = begun.step(input);
        return predictions.text(output, begun.steps() - 1);
    }

    private Batch.Source source(List<Step> steps, String line) {
        List<Tensor> values = steps.stream().map(Step::input).toList();
        if (!perStep) {
            if (values.size() == 1) return new Batch.Source(values.get(0), new int[0]);
            throw new DataException(ErrorMessage.of("Line " + number + " is not one of what the model answers")
                    .fact("line", line)
                    .fact("steps", values.size())
                    .fix("begin a sequence with one symbol or vector")
                    .toString());
        }
        return new Batch.Source(sequence(values), new int[] {values.size()});
    }

    /** Steps [1, size] or [1] as a sequence [S, 1, size] or [S, 1]; of nothing, one step that nobody reads. */
    private static Tensor sequence(List<Tensor> steps) {
        if (steps.isEmpty()) return Tensor.ofIds(new int[1], 1, 1);
        if (steps.get(0).isIds()) {
            int[] ids = steps.stream().mapToInt(s -> s.ids()[0]).toArray();
            return Tensor.ofIds(ids, ids.length, 1);
        }
        int size = steps.get(0).length();
        List<Double> numbers = new ArrayList<>();
        for (Tensor step : steps) for (double each : step.doubles()) numbers.add(each);
        return Tensor.of(numbers.stream().mapToDouble(n -> n).toArray(), steps.size(), 1, size);
    }

    @Override
    public List<String> finish() {
        session = Optional.empty();
        return List.of();
    }

    @Override
    public Optional<SessionState> state() {
        return session.map(Session::state);
    }
}
