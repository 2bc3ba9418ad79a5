package org.rnn4j.core.engine.simd;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.expr.Constant;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.kernel.PackedRows;
import org.rnn4j.core.kernel.PackedWeights;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.plan.Phase;
import org.rnn4j.core.plan.Place;
import org.rnn4j.core.plan.Slot;
import org.rnn4j.core.plan.Slot.Rows;
import org.rnn4j.core.plan.StepPlan;
import org.rnn4j.core.trace.StepGraph;

/**
 * Runs a step plan over the rows of a batch: once, before the time loop, the loop, after it.
 *
 * <p>Belongs to one {@link NetworkRun}. First {@link #place} for a new batch, then {@link #bind} what comes from outside,
 * then {@link #run}.
 */
final class StepRun {
    /** Rows that one task outside of the time loop takes. */
    private static final int BLOCK = 128;
    /** Panels of each value that are worked on while they are in the cache. */
    private static final int CHUNK = 2;
    /** Panels of weights from which on it pays to pack the rows they are multiplied with. */
    private static final int PACKING_PAYS = 16;
    /** Rows that are too few to keep a core's multipliers busy with a chunk of panels: the fewer rows, the more panels. */
    private static final int FEW_ROWS = 6;

    private static final Team WHOLE = Team.ofOne();

    private final StepCode code;
    private final SimdWeights weights;
    private final WorkerPool pool;
    private final boolean backward;
    private final View[] views;
    private final int[][] ids;
    private final View[] slots;
    private final View[] carried;
    private final SimdWeights.Pack[] packs;
    private final PackedWeights[] packed;
    private final float[][] biases;
    private int packedVersion = -1;
    private final Map<Item, View> vectors = new IdentityHashMap<>();
    private final View[][] stateViews;
    private final View[] nextViews;
    private final RowWork rowWork;
    private final List<Item> outside;
    private boolean[] placedLasting = new boolean[0];
    private RowLayout layout = RowLayout.ofSequences(0, new int[0]);
    private Map<String, Positions> positions = Map.of();

    /**
     * A run of a plan.
     *
     * @param backward true to run from the last time step to the first
     */
    StepRun(StepCode code, SimdWeights weights, WorkerPool pool, boolean backward) {
        this.code = code;
        this.weights = weights;
        this.pool = pool;
        this.backward = backward;
        StepPlan plan = code.plan();
        views = new View[plan.items().size()];
        ids = new int[views.length][];
        for (Item item : plan.items()) views[code.number(item)] = new View(item.size());
        slots = plan.slots().stream()
                .map(s -> new View(s.panels() * PanelLayout.WIDTH))
                .toArray(View[]::new);
        carried = plan.graph().states().stream().map(s -> new View(s.size())).toArray(View[]::new);
        rowWork = new RowWork(views, ids);
        outside = plan.items().stream()
                .filter(i -> i.kind() == Item.Kind.GIVEN && i.origin().operation() == Operation.SOURCE)
                .filter(i -> plan.place(i).isOutside())
                .toList();
        List<StepGraph.State> states = plan.graph().states();
        stateViews = new View[states.size()][];
        nextViews = new View[states.size()];
        for (int k = 0; k < states.size(); k++) {
            stateViews[k] = plan.given(states.get(k).previous()).stream()
                    .map(this::view)
                    .toArray(View[]::new);
            nextViews[k] = view(plan.root(states.get(k).next()));
        }
        packs = code.products().stream().map(p -> weights.pack(p.pack())).toArray(SimdWeights.Pack[]::new);
        packed = new PackedWeights[packs.length];
        biases = code.linears().stream()
                .map(l -> new float[l.bias().isEmpty() ? 0 : l.sections() * l.panels() * PanelLayout.WIDTH])
                .toArray(float[][]::new);
    }

    StepPlan plan() {
        return code.plan();
    }

    // ---- placing

    /** Says where the positions of memories stand, before anything is placed. */
    void positions(Map<String, Positions> newPositions) {
        positions = newPositions;
    }

    private Positions positions(String axis) {
        return positions.getOrDefault(axis, Positions.NONE);
    }

    /**
     * Places what outlives the stage: results, and what a backward pass reads.
     *
     * @param lasting items whose slots must last
     */
    void placeLasting(RowLayout newLayout, Arena arena, List<Item> lasting) {
        layout = newLayout;
        boolean[] done = new boolean[slots.length];
        for (Item item : lasting) {
            Place place = plan().place(item);
            if (place.isOutside() || done[place.slot()]) continue;
            done[place.slot()] = true;
            placeSlot(place.slot(), arena);
        }
        placedLasting = done;
        List<StepGraph.State> states = plan().graph().states();
        for (int k = 0; k < carried.length; k++) {
            place(
                    carried[k],
                    Rows.STEP,
                    PanelLayout.panels(carried[k].size),
                    states.get(k).axis(),
                    arena);
        }
    }

    /** Places the rest, which other stages may use again. */
    void placeTemporary(Arena arena) {
        for (int k = 0; k < slots.length; k++) {
            if (!placedLasting[k]) placeSlot(k, arena);
        }
    }

    private void placeSlot(int index, Arena arena) {
        Slot slot = plan().slots().get(index);
        if (slot.isOwn()) place(slots[index], slot.rows(), slot.panels(), slot.axis(), arena);
    }

    private void place(View view, Rows rows, int panels, String axis, Arena arena) {
        Positions own = positions(axis);
        view.positions = own;
        if (own != Positions.NONE) {
            arena.place(view, rows, panels, rows == Rows.SEQUENCE ? own.sequenceRows() : own.rows());
            return;
        }
        int capacity = switch (rows) {
            case SEQUENCE -> layout.rows();
            case STEP -> layout.examples();
            case ONE -> 1;
        };
        arena.place(view, rows, panels, capacity);
    }

    /**
     * Lets a backward run read, and use again, what belongs to others; before {@link #resolve}.
     *
     * @param forward the forward run
     * @param outputGradient where the gradient of the output stands, if there is one
     */
    void borrow(StepRun forward, Optional<View> outputGradient) {
        for (Slot slot : plan().slots()) {
            if (slot.owner() instanceof Slot.Forward lent) {
                slots[slot.index()].alias(forward.slots[lent.slot()], 0);
            } else if (!slot.isOwn()) {
                slots[slot.index()].alias(outputGradient.orElseThrow(), 0);
            }
        }
    }

    /** Points every value to its place, after the arena has been filled. */
    void resolve() {
        for (Item item : plan().items()) {
            Place place = plan().place(item);
            if (!place.isOutside()) views[code.number(item)].alias(slots[place.slot()], place.panel());
        }
    }

    /** The view of a value. */
    View view(Item item) {
        return views[code.number(item)];
    }

    /** The indices of a one-hot value. */
    int[] ids(Item item) {
        int[] found = ids[code.number(item)];
        if (found == null) throw new AssertionError("no indices for " + item);
        return found;
    }

    /**
     * Turns to a part of the rows that it was placed for, which nothing but the states connects with the other parts; what
     * comes from outside is bound after it.
     */
    void turnTo(RowLayout part, Map<String, Positions> newPositions) {
        layout = part;
        positions = newPositions;
        for (Slot slot : plan().slots()) {
            if (slot.isOwn()) slots[slot.index()].positions = positions(slot.axis());
        }
        resolve();
    }

    /** Binds a value from outside. */
    void bind(Item item, View outside) {
        bind(item, outside, 0);
    }

    /** Binds a value from outside, from a row on. */
    void bind(Item item, View outside, int row) {
        views[code.number(item)].alias(outside, 0, row);
    }

    /** Binds indices from outside. */
    void bindIds(Item item, int[] indices) {
        ids[code.number(item)] = indices;
    }

    /** Binds indices from outside to all that stands for a source of the graph. */
    void bindIds(Node source, int[] indices) {
        List<Item> items = plan().items();
        for (int k = 0; k < items.size(); k++) {
            Item item = items.get(k);
            if (item.kind() == Item.Kind.GIVEN && item.origin() == source) ids[code.number(item)] = indices;
        }
    }

    /** The rows in which a state is carried: the initial state before the run, the final state after it. */
    View carried(int state) {
        return carried[state];
    }

    // ---- running

    /** Runs everything; masks are drawn by {@code masks}. */
    void run(Masks masks) {
        runToStates(masks);
        runBlocks(Phase.AFTER);
    }

    /** Runs all that the states after the last step depend on. */
    void runToStates(Masks masks) {
        rowWork.begin(layout, masks);
        prepareWeights();
        Worker caller = pool.caller();
        List<StepCode.Code> once = code.code(Phase.ONCE);
        for (int k = 0; k < once.size(); k++) run(once.get(k), 0, 0, 1, caller);
        runBlocks(Phase.BEFORE);
        if (!plan().graph().states().isEmpty()) runLoop();
    }

    /** Brings packed weights, biases and trained vectors up to date. */
    private void prepareWeights() {
        int version = weights.version();
        if (version == packedVersion) return;
        pool.run(packs.length, (k, worker) -> packed[k] = packs[k].weights());
        for (StepCode.LinearCode linear : code.linears()) {
            linear.bias()
                    .ifPresent(names -> StepCode.packBiases(names, linear.panels(), weights, biases[linear.index()]));
        }
        for (Item item : plan().items()) {
            boolean vector = item.kind() == Item.Kind.GIVEN && item.phase() == Phase.ONCE;
            if (vector && item.origin().operation() != Operation.SOURCE) bind(item, vector(item));
        }
        packedVersion = version;
    }

    private View vector(Item item) {
        View view = vectors.computeIfAbsent(item, i -> {
            View made = new View(i.size());
            made.rows = Rows.ONE;
            made.panels.set(new float[i.panels() * PanelLayout.WIDTH], 0, 1);
            return made;
        });
        Node node = item.origin();
        if (node.operation() == Operation.PARAMETER) {
            int from = weights.offset(node.detail(Parameter.class).name());
            PanelLayout.packVector(weights.data(), from, item.size(), view.panels.array, 0);
        } else {
            float[] numbers = new float[item.size()];
            for (int k = 0; k < numbers.length; k++)
                numbers[k] = (float) node.detail(Constant.class).get(k);
            PanelLayout.packVector(numbers, 0, item.size(), view.panels.array, 0);
        }
        return view;
    }

    private void runBlocks(Phase phase) {
        List<StepCode.Code> work = code.code(phase);
        if (work.isEmpty()) return;
        int rows = layout.rows();
        if (!positions.isEmpty()) {
            runBlocksOfSteps(work);
            return;
        }
        int block = pool.block(rows, BLOCK);
        if (rows <= block) {
            for (int k = 0; k < work.size() && rows > 0; k++) run(work.get(k), 0, 0, rows, pool.caller());
            return;
        }
        pool.run((rows + block - 1) / block, (task, worker) -> {
            int from = task * block;
            int count = Math.min(block, rows - from);
            for (StepCode.Code each : work) run(each, from, 0, count, worker);
        });
    }

    /** Blocks that do not go beyond a step, so that the positions of their examples follow each other. */
    private void runBlocksOfSteps(List<StepCode.Code> work) {
        pool.run(layout.steps(), (t, worker) -> {
            for (int from = 0; from < layout.active(t); from += BLOCK) {
                int count = Math.min(BLOCK, layout.active(t) - from);
                for (StepCode.Code each : work) run(each, layout.offset(t) + from, from, count, worker);
            }
        });
    }

    private void runLoop() {
        if (code.runsByColumns(pool.threads(), layout.examples())) {
            pool.runTogether(this::runLoopByColumns);
            return;
        }
        if (pool.threads() == 1) {
            runLoopByRows(0, layout.examples(), pool.caller());
            return;
        }
        int[] parts = layout.parts(pool.threads());
        pool.run(parts.length - 1, (task, worker) -> runLoopByRows(parts[task], parts[task + 1], worker));
    }

    /** The time loop for the sorted examples from one to before another; no thread waits for another. */
    private void runLoopByRows(int low, int high, Worker worker) {
        List<StepCode.Code> work = code.code(Phase.LOOP);
        int steps = layout.steps();
        for (int k = 0; k < steps; k++) {
            int t = backward ? steps - 1 - k : k;
            int count = Math.min(high, layout.active(t)) - low;
            if (count <= 0) continue;
            int row = layout.offset(t) + low;
            keepStates(row, low, count, WHOLE, 0);
            for (int w = 0; w < work.size(); w++) run(work.get(w), row, low, count, worker);
            carryStates(row, low, count, WHOLE, 0);
        }
    }

    /**
     * The time loop for a member's panels of every value; members wait for each other before work that reads all panels.
     *
     * <p>A member keeps, computes and carries the same panels, so that only work on whole values needs the others.
     */
    private void runLoopByColumns(Team team, int member, Worker worker) {
        List<StepCode.Code> work = code.code(Phase.LOOP);
        int steps = layout.steps();
        for (int k = 0; k < steps; k++) {
            int t = backward ? steps - 1 - k : k;
            int count = layout.active(t);
            int row = layout.offset(t);
            if (k > 0) team.await();
            keepStates(row, 0, count, team, member);
            for (int w = 0; w < work.size(); w++) {
                team.await();
                if (work.get(w) instanceof StepCode.FusedCode fused) {
                    runPanels(
                            fused,
                            team.share(member, fused.panels()),
                            team.share(member + 1, fused.panels()),
                            row,
                            0,
                            count,
                            worker);
                } else if (member == 0) {
                    rowWork.run(work.get(w), row, 0, count, worker);
                }
            }
            if (!code.carriesOwnPanels()) team.await();
            carryStates(row, 0, count, team, member);
        }
    }

    /** Copies the carried states to where the step, and later a backward pass, reads them. */
    private void keepStates(int row, int low, int count, Team team, int member) {
        for (int s = 0; s < carried.length; s++) {
            View state = carried[s];
            for (View view : stateViews[s]) {
                int rows = state.count(low, count);
                copyPanels(state, state.row(row, low), view, view.row(row, low), rows, team, member);
            }
        }
    }

    private void carryStates(int row, int low, int count, Team team, int member) {
        for (int s = 0; s < carried.length; s++) {
            View next = nextViews[s];
            View state = carried[s];
            int rows = state.count(low, count);
            copyPanels(next, next.row(row, low), state, state.row(row, low), rows, team, member);
        }
    }

    static void copyRows(View from, int fromRow, View to, int toRow, int count) {
        copyPanels(from, fromRow, to, toRow, count, WHOLE, 0);
    }

    private static void copyPanels(View from, int fromRow, View to, int toRow, int count, Team team, int member) {
        int panels = PanelLayout.panels(from.size);
        int end = team.share(member + 1, panels);
        for (int p = team.share(member, panels); p < end; p++) {
            System.arraycopy(
                    from.panels.array,
                    from.at(p, fromRow),
                    to.panels.array,
                    to.at(p, toRow),
                    count * PanelLayout.WIDTH);
        }
    }

    private void run(StepCode.Code each, int row, int stepRow, int count, Worker worker) {
        if (each instanceof StepCode.FusedCode fused) {
            runFused(fused, row, stepRow, count, worker);
        } else {
            rowWork.run(each, row, stepRow, count, worker);
        }
    }

    private void runFused(StepCode.FusedCode fused, int row, int stepRow, int count, Worker worker) {
        List<StepCode.LinearCode> linears = fused.linears();
        for (int k = 0; k < linears.size(); k++) runLookUps(linears.get(k), row, stepRow, count, worker);
        for (int from = 0; from < count; from += BLOCK) {
            runPanels(fused, 0, fused.panels(), row + from, stepRow + from, Math.min(BLOCK, count - from), worker);
        }
    }

    private void runPanels(StepCode.FusedCode fused, int from, int to, int row, int stepRow, int count, Worker worker) {
        List<StepCode.LinearCode> linears = fused.linears();
        List<PointCode> points = fused.points();
        int rows = views[fused.target()].count(stepRow, count);
        if (rows == 0) return;
        int chunk = rows > FEW_ROWS ? CHUNK : rows > 2 ? 2 * CHUNK : 4 * CHUNK;
        for (int k = 0; k < linears.size(); k++) packOperands(linears.get(k), to - from, row, stepRow, rows, worker);
        for (int p = from; p < to; p += chunk) {
            int panels = Math.min(chunk, to - p);
            for (int k = 0; k < linears.size(); k++) {
                runProducts(linears.get(k), p, panels, row, stepRow, rows, worker);
            }
            for (int k = 0; k < points.size(); k++) {
                PointCode point = points.get(k);
                for (int q = p; q < p + panels; q++) point.run(views, q, row, stepRow, rows, worker);
            }
        }
    }

    private void packOperands(StepCode.LinearCode linear, int panels, int row, int stepRow, int count, Worker worker) {
        boolean pays = count > FEW_ROWS && linear.sections() * panels >= PACKING_PAYS;
        for (int k = 0; k < linear.products().size(); k++) {
            StepCode.ProductCode product = linear.products().get(k);
            PackedRows packedRows = worker.packed(product.index());
            if (pays) {
                View a = views[product.operand()];
                worker.a.set(a.panels.array, a.at(0, a.row(row, stepRow)), a.panels.rowCapacity);
                worker.kernels.packRows(worker.a, count, product.segments(), product.segmentSize(), packedRows);
            } else {
                packedRows.clear();
            }
        }
    }

    private void runProducts(
            StepCode.LinearCode linear, int panel, int panels, int row, int stepRow, int count, Worker worker) {
        View target = views[linear.target()];
        for (int k = 0; k < linear.products().size(); k++) {
            StepCode.ProductCode product = linear.products().get(k);
            View a = views[product.operand()];
            worker.a.set(a.panels.array, a.at(0, a.row(row, stepRow)), a.panels.rowCapacity);
            worker.c.set(
                    target.panels.array,
                    target.panels.offset + target.row(row, stepRow) * PanelLayout.WIDTH,
                    target.panels.rowCapacity);
            worker.product
                    .input(worker.a, count, product.segments(), product.segmentSize())
                    .packedInput(worker.packed(product.index()));
            worker.product.output(packed[product.index()], worker.c);
            boolean onto = k > 0 || linear.hasBase() || !linear.lookUps().isEmpty();
            if (onto) {
                worker.product.accumulate();
            } else if (linear.bias().isPresent()) {
                worker.product.fromBias(biases[linear.index()], 0);
            } else {
                worker.product.fromZero();
            }
            for (int s = 0; s < linear.sections(); s++) {
                worker.product.select(s * linear.panels() + panel, panels, 1);
                worker.kernels.product(worker.product);
            }
        }
    }

    /** Look-ups come first, for whole rows; biases after them, and products on top. */
    private void runLookUps(StepCode.LinearCode linear, int row, int stepRow, int count, Worker worker) {
        if (linear.lookUps().isEmpty()) return;
        View target = views[linear.target()];
        int targetRow = target.row(row, stepRow);
        for (int s = 0; s < linear.sections(); s++) {
            int firstPanel = s * linear.panels();
            int at = target.panels.offset + (firstPanel * target.panels.rowCapacity + targetRow) * PanelLayout.WIDTH;
            worker.c.set(target.panels.array, at, target.panels.rowCapacity);
            boolean onto = linear.hasBase();
            for (int k = 0; k < linear.lookUps().size(); k++) {
                StepCode.LookUpCode lookUp = linear.lookUps().get(k);
                int[] indices = ids[lookUp.ids()];
                if (onto) {
                    worker.kernels.gatherAdd(weights.stored(lookUp.tables().get(s)), indices, row, worker.c, count);
                } else {
                    worker.kernels.gather(weights.stored(lookUp.tables().get(s)), indices, row, worker.c, count);
                }
                onto = true;
            }
        }
        if (linear.bias().isEmpty() || linear.hasBase()) return;
        float[] bias = biases[linear.index()];
        for (int p = 0; p < linear.sections() * linear.panels(); p++) {
            int at = target.panels.offset + (p * target.panels.rowCapacity + targetRow) * PanelLayout.WIDTH;
            worker.kernels.binaryRow(
                    org.rnn4j.core.kernel.BinaryOp.ADD,
                    target.panels.array,
                    at,
                    bias,
                    p * PanelLayout.WIDTH,
                    target.panels.array,
                    at,
                    count * PanelLayout.WIDTH);
        }
    }

    /** Draws random masks for a run; see {@link RowWork}. */
    interface Masks {
        /** Fills the mask of a row. */
        void draw(Item item, int example, int time, float[] out);
    }

    /** The values that come from outside. */
    List<Item> outside() {
        return outside;
    }
}
