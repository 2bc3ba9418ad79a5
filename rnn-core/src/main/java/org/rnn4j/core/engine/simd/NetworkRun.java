package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.CallOrder;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.InputCheck;
import org.rnn4j.core.engine.Prepared;
import org.rnn4j.core.engine.PreparedCheck;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Slot.Rows;
import org.rnn4j.core.trace.SequenceGraph.Pool;
import org.rnn4j.core.trace.SequenceGraph.Repeat;
import org.rnn4j.core.trace.SequenceGraph.Reverse;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Stage;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/** Runs a network on plans: places the values of a batch in one arena, then runs the stages in order. */
final class NetworkRun implements Execution {
    private final SimdCompiled compiled;
    private final SimdWeights weights;
    private final WorkerPool pool;
    private final EarlyWork early;
    private final SourceRun sources;
    private final Map<Scan, ScanRun> runs = new IdentityHashMap<>();
    private final List<ScanRun> scans;
    private final List<ScanRun> stepped;
    private final boolean canTurn;
    private final List<String> sides;
    private final List<Value> sideValues;
    private final Optional<LossWork> lossRun;
    private final Arena arena = new Arena();
    private final Map<Value, View> own = new LinkedHashMap<>();
    /** Final states that are read, as vectors, for batches in whose runs they are carried in parts. */
    private final Map<Value, View> finals = new LinkedHashMap<>();

    private final Map<Value, View> views = new HashMap<>();
    private final Map<Value, int[]> ids = new HashMap<>();
    private final NetworkGradients gradients;
    private Optional<SimdWeights> sums = Optional.empty();
    private final BatchLayouts layouts = new BatchLayouts();
    private Optional<Batch> batch = Optional.empty();
    private boolean judged;
    private boolean differentiated;
    private boolean usedUp;
    private States initial = States.initial();
    private Mode mode = Mode.INFERENCE;

    NetworkRun(SimdCompiled compiled, SimdWeights weights) {
        this.compiled = compiled;
        this.weights = weights;
        this.sources = new SourceRun(compiled.graph());
        this.gradients = new NetworkGradients(this);
        this.pool = new WorkerPool(
                compiled.kernels(), Math.max(1, compiled.options().threads()));
        this.early = new EarlyWork(pool);
        for (Scan scan : compiled.graph().scans()) runs.put(scan, new ScanRun(this, scan, compiled.scan(scan)));
        scans = compiled.graph().scans().stream().map(this::run).toList();
        stepped = scans.stream().filter(s -> !sources.isPrepared(s.scan())).toList();
        canTurn = scans.stream().allMatch(ScanRun::canTurn);
        sides = List.copyOf(compiled.graph().sides().keySet());
        sideValues = List.copyOf(compiled.graph().sides().values());
        lossRun = compiled.loss().map(code -> code.work(this, compiled.graph().output()));
        for (Stage stage : compiled.graph().stages()) {
            if (stage instanceof Scan scan) {
                boolean otherTime = scan.isRecurrent() && !scan.output().followsInput();
                Map<Value, View> copies = otherTime ? own : finals;
                scan.finalStates().values().stream()
                        .filter(compiled::isRead)
                        .forEach(v -> copies.put(v, new View(v.size())));
            } else {
                stage.makes().forEach(v -> own.put(v, new View(v.size())));
            }
        }
        List<Value> outside = new ArrayList<>(compiled.graph().sides().values());
        outside.addAll(compiled.graph().sources().values());
        outside.add(compiled.graph().input());
        for (Value value : outside) {
            if (!value.isOneHot()) own.put(value, new View(value.size()));
        }
        views.putAll(own);
        gradients.findOnlyContributions(scans, lossRun);
    }

    SimdCompiled compiled() {
        return compiled;
    }

    SimdWeights weights() {
        return weights;
    }

    WorkerPool pool() {
        return pool;
    }

    /** What the threads of the next stage do first. */
    EarlyWork early() {
        return early;
    }

    /** The sums of gradients, made when they are first needed. */
    SimdWeights gradientWeights() {
        if (sums.isEmpty()) sums = Optional.of(weights.gradients(pool));
        return sums.get();
    }

    /** The gradients of values. */
    NetworkGradients valueGradients() {
        return gradients;
    }

    RowLayout layout() {
        return layouts.input();
    }

    RowLayout layout(Value value) {
        return layout(value.time());
    }

    /** The rows of sequences that follow a time. */
    RowLayout layout(String time) {
        return layouts.of(time);
    }

    States initial() {
        return initial;
    }

    /** The number in the data set of one of the examples, sorted as a value's are. */
    long exampleId(Value value, int sortedExample) {
        return batch().exampleId((value.hasTime() ? layout(value) : layout()).example(sortedExample));
    }

    private Batch batch() {
        return batch.orElseThrow(CallOrder::nothingRan);
    }

    /** Where a value stands. */
    View view(Value value) {
        View view = views.get(value);
        if (view == null) throw new AssertionError("no view of " + value);
        return view;
    }

    int[] ids(Value value) {
        int[] found = ids.get(value);
        if (found == null) throw new AssertionError("no indices of " + value);
        return found;
    }

    // ---- forward

    @Override
    public Execution forward(Batch newBatch, States newInitial, Mode newMode) {
        InputCheck.check(compiled.graph(), newBatch, newInitial);
        run(newBatch, newInitial, newMode);
        return this;
    }

    @Override
    public void step(Batch newBatch, States states, Tensor output) {
        run(newBatch, states, Mode.INFERENCE);
        for (int k = 0; k < stepped.size(); k++) stepped.get(k).writeFinalStates(states);
        Transfer.writeVectors(view(compiled.graph().output()), layout(), output.floats());
    }

    private void run(Batch newBatch, States newInitial, Mode newMode) {
        judged = false;
        differentiated = false;
        usedUp = false;
        if (newMode.backward() && !newInitial.prepared().isEmpty()) throw PreparedCheck.notBackward();
        Map<String, Prepared.Lengths> times = sources.lengths(newBatch, newInitial);
        boolean sameMode = mode.backward() == newMode.backward();
        boolean placed = sameMode && layouts.areOf(newBatch, times);
        if (batch.isEmpty() || batch.get() != newBatch) batch = Optional.of(newBatch);
        initial = newInitial;
        mode = newMode;
        gradients.begin();
        early.clear();
        if (!placed) {
            boolean stays = layouts.layOut(newBatch, times, parts(newBatch.batchSize()), canTurn && sameMode);
            if (stays) turn();
            else place();
        }
        readInputs(newBatch);
        runStages();
    }

    private void runStages() {
        List<Stage> stages = sources.stages(initial);
        for (int k = 0; k < stages.size(); k++) runForward(stages.get(k));
        early.flush();
    }

    /** A backward run uses the places of what it has read again; for another one, what it reads is computed once more. */
    private void prepareBackward() {
        if (usedUp) {
            runStages();
            if (judged) lossRun().run(batch());
        }
        usedUp = true;
        early.clear();
        gradients.begin();
    }

    /** Into how many parts to cut the examples: one for each thread, if threads share nothing else. */
    private int parts(int examples) {
        for (int k = 0; k < scans.size(); k++) {
            if (scans.get(k).keepsStepsTogether(mode, examples)) return 1;
        }
        return pool.threads();
    }

    /** Turns to the layout of another batch, with everything where it is. */
    private void turn() {
        for (int k = 0; k < scans.size(); k++) scans.get(k).turn();
        lossRun.ifPresent(l -> l.turnTo(layout(compiled.graph().output())));
    }

    private void place() {
        arena.clear();
        own.forEach((value, view) -> placeValue(view, value));
        if (layout().parts() > 1) finals.forEach((value, view) -> placeValue(view, value));
        scans.forEach(s -> s.placeLasting(arena, mode));
        lossRun.ifPresent(l -> l.placeLasting(arena, mode));
        gradients.clear();
        if (mode.backward()) gradients.place(arena);
        long mark = arena.mark();
        for (ScanRun scan : scans) {
            scan.placeForward(arena);
            arena.release(mark);
            if (mode.backward()) scan.placeBackward(arena);
            arena.release(mark);
        }
        lossRun.ifPresent(l -> {
            l.placeForward(arena);
            arena.release(mark);
            if (mode.backward()) l.placeBackward(arena);
            arena.release(mark);
        });
        arena.fill();
        scans.forEach(ScanRun::resolve);
        lossRun.ifPresent(l -> l.resolve(mode));
        for (ScanRun run : scans) {
            views.put(run.scan().output(), run.output());
            List<StepGraph.State> states = run.scan().graph().states();
            for (int s = 0; s < states.size(); s++) {
                Value value = run.scan().finalStates().get(states.get(s).name());
                if (value == null || own.containsKey(value) || !compiled.isRead(value)) continue;
                View state = run.finalState(s);
                views.put(value, state.isCut() ? Objects.requireNonNull(finals.get(value)) : state);
            }
        }
        scans.forEach(ScanRun::bind);
        lossRun.ifPresent(l -> l.bind(mode));
        for (int k = scans.size() - 1; k >= 0 && mode.backward(); k--)
            scans.get(k).resolveBackward();
    }

    private void placeValue(View view, Value value) {
        arena.place(
                view,
                Rows.SEQUENCE,
                PanelLayout.panels(value.size()),
                layout(value).room().rows());
    }

    private void readInputs(Batch newBatch) {
        Value input = compiled.graph().input();
        if (input.isOneHot()) ids.put(input, Transfer.indices(newBatch.input(), layout(), ids.get(input)));
        else Transfer.readSequence(newBatch.input(), layout(), view(input), early);
        for (int k = 0; k < sides.size(); k++) {
            Tensor side = newBatch.sides().get(sides.get(k));
            if (side != null) Transfer.readSequence(side, layout(), view(sideValues.get(k)), early);
        }
        if (!compiled.graph().sources().isEmpty()) sources.read(newBatch, initial, this);
    }

    /** Reads a source, or what an earlier run has made of one, to where it stands. */
    void read(Value value, Tensor tensor) {
        if (value.isOneHot()) {
            int[] found = value.hasTime()
                    ? Transfer.indices(tensor, layout(value), ids.get(value))
                    : Transfer.vectorIndices(tensor, layout());
            ids.put(value, found);
        } else if (value.hasTime()) {
            Transfer.readSequence(tensor, layout(value), view(value), early);
        } else {
            Transfer.readVectors(tensor, layout(), view(value));
        }
    }

    private void runForward(Stage stage) {
        if (stage instanceof Scan scan) {
            run(scan).runForward(mode);
            return;
        }
        early.flush();
        if (stage instanceof Pool pooled) {
            SequenceWork.pool(pooled.kind(), view(pooled.input()), view(pooled.output()), layout(pooled.input()));
        } else if (stage instanceof Repeat repeat) {
            SequenceWork.repeat(view(repeat.input()), view(repeat.output()), layout(repeat.output()));
        } else if (stage instanceof Reverse reverse) {
            if (reverse.input().isOneHot()) {
                ids.put(reverse.output(), SequenceWork.reverse(ids(reverse.input()), layout(reverse.input())));
            } else {
                SequenceWork.reverse(view(reverse.input()), view(reverse.output()), layout(reverse.input()));
            }
        }
    }

    private ScanRun run(Scan scan) {
        ScanRun run = runs.get(scan);
        if (run == null) throw new AssertionError("not a scan of this network");
        return run;
    }

    @Override
    public Tensor output() {
        batch();
        return tensor(compiled.graph().output(), view(compiled.graph().output()));
    }

    Tensor tensor(Value value, View view) {
        if (!value.hasTime()) return Transfer.writeVectors(view, layout());
        RowLayout rows = layout(value);
        return Transfer.writeSequence(view, rows, rows.timeSteps());
    }

    @Override
    public States finalStates() {
        batch();
        Map<String, Tensor> all = new LinkedHashMap<>();
        List<Stage> stages = sources.stages(initial);
        for (ScanRun run : scans) {
            if (stages.contains(run.scan())) run.addFinalStates(all);
        }
        return new States(all, initial.prepared());
    }

    @Override
    public Prepared prepared() {
        batch();
        return sources.prepared(this);
    }

    @Override
    public Tensor value(String name) {
        batch();
        List<String> known = new ArrayList<>();
        for (ScanRun run : scans) {
            StepGraph graph = run.scan().graph();
            for (Node node : graph.nodes()) {
                String label = graph.labels().getOrDefault(node, "");
                if (label.isEmpty() || node.isOneHot()) continue;
                String full = graph.name() + "." + label;
                if (full.equals(name)) return run.observe(node, mode);
                known.add(full);
            }
        }
        Collections.sort(known);
        throw new ShapeException(ErrorMessage.of("No value '" + name + "' in this network")
                .choices(name, known)
                .toString());
    }

    // ---- loss and backward

    private LossWork lossRun() {
        return lossRun.orElseThrow(CallOrder::noLoss);
    }

    @Override
    public LossSum loss() {
        LossSum sum = lossRun().run(batch());
        judged = true;
        return sum;
    }

    @Override
    public void backward() {
        requireBackward();
        LossWork run = lossRun();
        if (!judged) throw CallOrder.lossFirst();
        prepareBackward();
        run.runBackward();
        runBackward(States.initial());
    }

    @Override
    public void backward(Tensor output, States finalStates) {
        requireBackward();
        InputCheck.checkGradients(compiled.graph(), batch(), output, finalStates);
        prepareBackward();
        Value value = compiled.graph().output();
        View gradient = gradients.view(value);
        if (value.hasTime()) Transfer.readSequence(output, layout(), gradient, early);
        else Transfer.readVectors(output, layout(), gradient);
        gradients.reach(value);
        runBackward(finalStates);
    }

    private void requireBackward() {
        batch();
        if (mode.backward()) return;
        throw CallOrder.notPrepared();
    }

    private void runBackward(States finalGradients) {
        List<Stage> stages = compiled.graph().stages();
        for (int k = stages.size() - 1; k >= 0; k--) {
            Stage stage = stages.get(k);
            if (stage instanceof Scan scan) run(scan).runBackward(finalGradients, mode);
            else if (gradients.has(stage.makes().get(0))
                    && compiled.isDifferentiated(stage.reads().get(0))) {
                early.flush();
                gradients.pullBack(stage);
            }
        }
        early.flush();
        gradientWeights().writeZeros();
        gradientWeights().touch();
        differentiated = true;
    }

    private void requireDifferentiated() {
        if (!differentiated) throw CallOrder.nothingRanBackward();
    }

    @Override
    public Tensor inputGradient() {
        Value input = compiled.graph().input();
        if (!compiled.isDifferentiated(input)) {
            throw CallOrder.noInputGradient();
        }
        requireDifferentiated();
        if (!gradients.has(input)) SequenceWork.fill(gradients.view(input), layout().rows(), 0);
        return tensor(input, gradients.view(input));
    }

    @Override
    public States initialGradients() {
        requireDifferentiated();
        Map<String, Tensor> all = new LinkedHashMap<>();
        scans.forEach(s -> all.putAll(s.initialGradients()));
        return new States(all);
    }

    @Override
    public Weights gradients() {
        return gradientWeights();
    }
}
