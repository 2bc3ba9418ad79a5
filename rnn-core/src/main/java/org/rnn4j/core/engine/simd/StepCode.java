package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.plan.Phase;
import org.rnn4j.core.plan.Place;
import org.rnn4j.core.plan.StepPlan;
import org.rnn4j.core.plan.Uniforms;
import org.rnn4j.core.plan.Work;

/**
 * A step plan with everything resolved that does not depend on a batch: values are numbers, packed weights are named,
 * functions are kernels. Immutable.
 */
final class StepCode {
    /** A piece of work on some rows. */
    sealed interface Code permits FusedCode, RowCode, CopyCode, MaskCode, SegmentCode {}

    /** Products and element-wise functions, panel by panel. */
    record FusedCode(int panels, List<LinearCode> linears, List<PointCode> points) implements Code {
        /** One of the values that it makes; all have the same rows. */
        int target() {
            return linears.isEmpty() ? points.get(0).target() : linears.get(0).target();
        }
    }

    /**
     * Sums of products side by side.
     *
     * @param target the first result; the others stand behind it
     * @param sections how many results
     * @param panels panels of each
     * @param products dense products
     * @param lookUps products with one-hot operands
     * @param hasBase true to add to what stands there
     * @param bias the biases, if there are any
     * @param index number of this sum in the plan
     */
    record LinearCode(
            int target,
            int sections,
            int panels,
            List<ProductCode> products,
            List<LookUpCode> lookUps,
            boolean hasBase,
            Optional<List<String>> bias,
            int index) {}

    /** A product of a value, or of several that stand side by side; {@code index} is its number in the plan. */
    record ProductCode(int operand, int segments, int segmentSize, PackSpec pack, int index) {}

    /** Look-ups of one index in the tables of all sections. */
    record LookUpCode(int ids, List<String> tables) {}

    /** A function of rows. */
    record RowCode(Item item, int target, List<Operand> operands) implements Code {}

    /** Joined values, or a part of one. */
    record CopyCode(Item item, int target, List<Operand> operands) implements Code {}

    /** A value at every position of a memory, or positions put together. */
    record SegmentCode(Item item, int target, Operand operand) implements Code {}

    /** A random mask. */
    record MaskCode(Item item, int target) implements Code {}

    /** What a function reads: a value, or a number. */
    record Operand(int value, float number) {
        boolean isNumber() {
            return value < 0;
        }
    }

    /** Floats of weights below which threads would wait longer for each other than they work. */
    private static final int SMALL_WEIGHTS = 16 * 1024;
    /** Floats of weights that half of a core's second-level cache holds. */
    private static final int LARGE_WEIGHTS = 256 * 1024;
    /** Examples a thread needs to keep the tiles of a product full. */
    private static final int FEW_EXAMPLES = 8;

    private final StepPlan plan;
    private final long loopWeights;
    private final boolean carriesOwnPanels;
    private final Set<Item> sharedStates = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Item, Integer> numbers = new IdentityHashMap<>();
    private final List<List<Code>> phases = new ArrayList<>();
    private final List<ProductCode> products = new ArrayList<>();
    private final List<LinearCode> linears = new ArrayList<>();

    StepCode(StepPlan plan) {
        this.plan = plan;
        for (Item item : plan.items()) numbers.put(item, numbers.size());
        for (Phase phase : Phase.values()) {
            phases.add(plan.work(phase).stream().map(this::code).toList());
        }
        loopWeights = loopWeights();
        carriesOwnPanels = plan.graph().states().stream()
                .map(s -> plan.root(s.next()))
                .allMatch(
                        i -> i.phase() == Phase.LOOP && (i.kind() == Item.Kind.POINT || i.kind() == Item.Kind.LINEAR));
        plan.graph().states().stream()
                .flatMap(s -> plan.given(s.previous()).stream())
                .filter(i -> plan.readsAcrossPanels(Phase.LOOP, i))
                .forEach(sharedStates::add);
    }

    StepPlan plan() {
        return plan;
    }

    /** Whether a value is a state before the step of which the loop's work reads other panels than the one it makes. */
    boolean isSharedState(Item item) {
        return sharedStates.contains(item);
    }

    /**
     * Whether several threads share the columns of every step rather than the examples: where there are few examples, or
     * where the loop's weights are too large for one core's cache.
     */
    boolean runsByColumns(int threads, int examples) {
        if (threads == 1 || loopWeights < SMALL_WEIGHTS) return false;
        return loopWeights > LARGE_WEIGHTS || examples < FEW_EXAMPLES * threads;
    }

    /** Whether every state's next value is made panel by panel, by those who also carry it. */
    boolean carriesOwnPanels() {
        return carriesOwnPanels;
    }

    private long loopWeights() {
        long floats = 0;
        for (Code each : code(Phase.LOOP)) {
            if (!(each instanceof FusedCode fused)) continue;
            for (LinearCode linear : fused.linears()) {
                for (ProductCode product : linear.products()) {
                    floats += (long) product.pack().panels() * product.pack().k() * PanelLayout.WIDTH;
                }
            }
        }
        return floats;
    }

    /** All products, by index. */
    List<ProductCode> products() {
        return products;
    }

    /** All sums of products, by index. */
    List<LinearCode> linears() {
        return linears;
    }

    List<Code> code(Phase phase) {
        return phases.get(phase.ordinal());
    }

    /** The number of a value. */
    int number(Item item) {
        Integer number = numbers.get(item);
        if (number == null) throw new AssertionError("not in the plan: " + item);
        return number;
    }

    private Code code(Work work) {
        if (work instanceof Work.Fused fused) {
            return new FusedCode(
                    fused.panels(),
                    fused.linears().stream().map(this::linear).toList(),
                    fused.points().stream()
                            .filter(i -> !fused.isOnTheWay(i))
                            .map(i -> new PointCode(fused.op(i), number(i), operands(fused.reads(i))))
                            .toList());
        }
        Item item = ((Work.Single) work).item();
        return switch (item.kind()) {
            case ROW -> new RowCode(item, number(item), operands(item.operands()));
            case SEGMENT ->
                new SegmentCode(item, number(item), operands(item.operands()).get(0));
            case COPY -> new CopyCode(item, number(item), operands(item.operands()));
            case MASK -> new MaskCode(item, number(item));
            default -> throw new AssertionError("not work: " + item);
        };
    }

    private List<Operand> operands(List<Item> items) {
        return items.stream()
                .map(o -> o.kind() == Item.Kind.UNIFORM
                        ? new Operand(-1, (float) Uniforms.evaluate(o.origin(), StepCode::noSource))
                        : new Operand(number(o), 0))
                .toList();
    }

    private static double noSource(String name) {
        throw new AssertionError("no number for " + name);
    }

    private LinearCode linear(List<Item> merged) {
        Item first = merged.get(0);
        List<ProductCode> dense = new ArrayList<>();
        List<LookUpCode> lookUps = new ArrayList<>();
        List<Integer> terms = new ArrayList<>();
        for (int j = 0; j < first.terms().size(); j++) {
            int term = j;
            Item operand = first.terms().get(j).operand();
            if (operand.isIds()) {
                List<String> tables = merged.stream()
                        .map(i -> i.terms().get(term).matrix().parameter().name())
                        .toList();
                lookUps.add(new LookUpCode(number(operand), tables));
            } else {
                terms.add(j);
            }
        }
        for (List<Integer> run : adjacent(first, terms)) dense.add(product(merged, run));
        LinearCode code = new LinearCode(
                number(first),
                merged.size(),
                first.panels(),
                dense,
                lookUps,
                first.base().isPresent(),
                biases(merged),
                linears.size());
        linears.add(code);
        return code;
    }

    /** Terms whose operands stand side by side are one product. */
    private List<List<Integer>> adjacent(Item linear, List<Integer> terms) {
        List<List<Integer>> runs = new ArrayList<>();
        for (int term : terms) {
            List<Integer> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            boolean follows = !last.isEmpty()
                    && follows(
                            linear.terms().get(last.get(last.size() - 1)).operand(),
                            linear.terms().get(term).operand());
            if (!follows) runs.add(new ArrayList<>());
            runs.get(runs.size() - 1).add(term);
        }
        return runs;
    }

    private boolean follows(Item before, Item after) {
        Place place = plan.place(before);
        return !place.isOutside()
                && (before.kind() != Item.Kind.GIVEN
                        || plan.slots().get(place.slot()).isOwn())
                && before.size() == after.size()
                && plan.place(after).equals(new Place(place.slot(), place.panel() + before.panels()));
    }

    private ProductCode product(List<Item> merged, List<Integer> terms) {
        Item operand = merged.get(0).terms().get(terms.get(0)).operand();
        int panels = merged.get(0).panels();
        List<PackSpec.Block> blocks = new ArrayList<>();
        for (int section = 0; section < merged.size(); section++) {
            for (int j = 0; j < terms.size(); j++) {
                Item.Term term = merged.get(section).terms().get(terms.get(j));
                blocks.add(new PackSpec.Block(
                        term.matrix().parameter().name(),
                        term.matrix().transposed(),
                        section * panels,
                        j * operand.size()));
            }
        }
        PackSpec pack = new PackSpec(blocks, merged.size() * panels, terms.size() * operand.size());
        ProductCode code = new ProductCode(number(operand), terms.size(), operand.size(), pack, products.size());
        products.add(code);
        return code;
    }

    private static Optional<List<String>> biases(List<Item> merged) {
        if (merged.stream().allMatch(i -> i.bias().isEmpty())) return Optional.empty();
        return Optional.of(merged.stream()
                .map(i -> i.bias().map(Parameter::name).orElse(""))
                .toList());
    }
}
