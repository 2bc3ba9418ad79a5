package org.rnn4j.core.engine.simd;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.expr.Constant;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.kernel.PackedWeights;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.plan.Phase;
import org.rnn4j.core.plan.Slot.Rows;

/**
 * The parameters of a step plan in the form in which its work reads them: packed weights, biases side by side, vectors.
 *
 * <p>Belongs to one {@link StepRun}, which brings it up to date before it works; threads then only read.
 */
final class StepParameters {
    private final StepCode code;
    private final SimdWeights weights;
    private final SimdWeights.Pack[] packs;
    private final PackedWeights[] packed;
    private final float[][] biases;
    private final Map<Item, View> vectors = new IdentityHashMap<>();
    private int packedVersion = -1;

    StepParameters(StepCode code, SimdWeights weights) {
        this.code = code;
        this.weights = weights;
        packs = code.products().stream().map(p -> weights.pack(p.pack())).toArray(SimdWeights.Pack[]::new);
        packed = new PackedWeights[packs.length];
        biases = code.linears().stream()
                .map(l -> new float[l.bias().isEmpty() ? 0 : l.sections() * l.panels() * PanelLayout.WIDTH])
                .toArray(float[][]::new);
    }

    /** The packed weights of a product, by its index. */
    PackedWeights packed(int product) {
        return packed[product];
    }

    /** The biases of a sum of products, by its index. */
    float[] bias(int linear) {
        return biases[linear];
    }

    /** Brings everything up to date if the numbers have changed, and binds the vectors. */
    void refresh(StepValues values, WorkerPool pool) {
        int version = weights.version();
        if (version == packedVersion) return;
        pool.run(packs.length, (k, worker) -> packed[k] = packs[k].weights());
        packBiases();
        bindVectors(values);
        packedVersion = version;
    }

    private void packBiases() {
        for (StepCode.LinearCode linear : code.linears()) {
            linear.bias().ifPresent(names -> packBiases(names, linear.panels(), biases[linear.index()]));
        }
    }

    /** Packs the biases of merged results, zeros where there is none. */
    private void packBiases(List<String> names, int panels, float[] target) {
        for (int section = 0; section < names.size(); section++) {
            String name = names.get(section);
            if (name.isEmpty()) continue;
            PanelLayout.packVector(
                    weights.data(),
                    weights.offset(name),
                    weights.parameter(name).rows(),
                    target,
                    section * panels * PanelLayout.WIDTH);
        }
    }

    private void bindVectors(StepValues values) {
        for (Item item : code.plan().items()) {
            boolean vector = item.kind() == Item.Kind.GIVEN && item.phase() == Phase.ONCE;
            if (vector && item.origin().operation() != Operation.SOURCE) values.bind(item, vector(item));
        }
    }

    private View vector(Item item) {
        View view = vectors.computeIfAbsent(item, StepParameters::emptyVector);
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

    private static View emptyVector(Item item) {
        View made = new View(item.size());
        made.rows = Rows.ONE;
        made.panels.set(new float[item.panels() * PanelLayout.WIDTH], 0, 1);
        return made;
    }
}
