package org.rnn4j.core.train;

import java.util.List;
import java.util.OptionalDouble;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.component.clip.Clip;
import org.rnn4j.core.component.clip.Norm;
import org.rnn4j.core.engine.Weights;

/** Norms and clipping of gradients, wherever an engine keeps them. */
final class Gradients {
    private Gradients() {}

    /** The Euclidean norm of all gradients together; not finite exactly if one of the gradients is not. */
    static double norm(Weights gradients) {
        double norm = norm(gradients, Norm.L2);
        if (Double.isFinite(norm)) return norm;
        // Squares of large numbers overflow; then the largest number says what there is to say.
        return allFinite(gradients) ? norm(gradients, Norm.MAX) : Double.NaN;
    }

    private static boolean allFinite(Weights gradients) {
        return gradients.parameters().stream().allMatch(p -> gradients.isFinite(p.name()));
    }

    private static double norm(Weights gradients, Norm norm) {
        List<Parameter> parameters = gradients.parameters();
        return norm.of(parameters.stream()
                .mapToDouble(p -> gradients.norm(p.name(), norm.order()))
                .toArray());
    }

    /**
     * Clips gradients.
     *
     * @param l2 their Euclidean norm, if it is known
     */
    static void clip(Weights gradients, Clip clip, OptionalDouble l2) {
        if (clip instanceof Clip.Value value) {
            gradients.limit(value.max());
        } else if (clip instanceof Clip.ParameterNorm each) {
            for (Parameter parameter : gradients.parameters()) {
                String name = parameter.name();
                double norm = gradients.norm(name, each.norm().order());
                gradients.scale(name, Clip.factor(norm, each.max()));
            }
        } else if (clip instanceof Clip.GlobalNorm all) {
            double norm = all.norm() == Norm.L2 && l2.isPresent() ? l2.getAsDouble() : norm(gradients, all.norm());
            double factor = Clip.factor(norm, all.max());
            if (factor < 1) gradients.scale(factor);
        }
    }
}
