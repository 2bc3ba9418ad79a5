package org.rnn4j.cli.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rnn4j.cli.stream.LineReader.Step;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.LookaheadSession;
import org.rnn4j.core.network.SessionState;

/**
 * A model on lines: a line goes out when the outputs for all of the steps of the one that came in are there.
 *
 * <p>A line of several steps has the outputs of all of them, with spaces between; of a model that predicts the next symbol,
 * that after the last. An empty line ends a sequence.
 */
public final class LineStream implements Lines {
    private final Encoding encoding;
    private final LookaheadSession session;
    private final LineReader reader;
    private final Predictions predictions;
    private final Deque<Line> waiting = new ArrayDeque<>();

    /** A line whose outputs are not all there. Mutable. */
    private static final class Line {
        private final List<String> outputs = new ArrayList<>();
        private int missing;

        Line(int missing) {
            this.missing = missing;
        }
    }

    /** A stream that goes on where a session stands. */
    public LineStream(Encoding encoding, LookaheadSession session, Predictions predictions) {
        this.encoding = encoding;
        this.session = session;
        this.predictions = predictions;
        this.reader = new LineReader(encoding);
        // What an earlier stream has left: it is not known which steps were of one line.
        for (int k = 0; k < session.pending(); k++) waiting.add(new Line(1));
    }

    @Override
    public List<String> line(String line) {
        if (line.isEmpty()) {
            List<String> ready = finish();
            ready.add("");
            return ready;
        }
        List<Step> steps = new ArrayList<>(reader.steps(line));
        // A language model reads what stands before the first symbol, as it did in training.
        boolean first = session.steps() == 0 && session.pending() == 0;
        if (first && encoding.isNextSymbol()) {
            int start = encoding.vocabulary().orElseThrow().start();
            steps.add(0, new Step(Tensor.ofIds(new int[] {start}, 1), java.util.Map.of()));
        }
        waiting.add(new Line(steps.size()));
        for (Step step : steps) {
            session.step(step.input(), step.sides()).ifPresent(y -> take(y, session.steps() - 1));
        }
        return ready();
    }

    @Override
    public List<String> finish() {
        long step = session.steps();
        for (Tensor output : session.finish()) take(output, step++);
        return ready();
    }

    private void take(Tensor output, long step) {
        for (Line line : waiting) {
            if (line.missing == 0) continue;
            line.missing--;
            line.outputs.add(predictions.text(output, step));
            return;
        }
    }

    private List<String> ready() {
        List<String> ready = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.element().missing == 0) {
            List<String> outputs = waiting.remove().outputs;
            boolean last = encoding.isNextSymbol() && !outputs.isEmpty();
            ready.add(last ? outputs.get(outputs.size() - 1) : outputs.stream().collect(Collectors.joining(" ")));
        }
        return ready;
    }

    @Override
    public Optional<SessionState> state() {
        return Optional.of(session.state());
    }
}
