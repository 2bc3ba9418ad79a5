package org.rnn4j.core.engine.reference;

import org.rnn4j.api.Loss;
import org.rnn4j.core.grad.Adjoint;
import org.rnn4j.core.trace.LossTracer;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/**
 * A loss, traced for a network's output.
 *
 * @param targets what its targets are
 * @param output what it is applied to
 * @param forward its equations
 * @param backward those of the gradient of its sum
 */
record LossGraph(LossTracer.Targets targets, Value output, StepGraph forward, StepGraph backward) {
    static LossGraph of(Loss loss, Value output) {
        StepGraph forward = LossTracer.trace(loss, output.size());
        return new LossGraph(
                LossTracer.targets(loss, output.size()), output, forward, Adjoint.ofLoss(forward, LossTracer.LOSS));
    }
}
