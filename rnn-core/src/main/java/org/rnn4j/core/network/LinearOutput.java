package org.rnn4j.core.network;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.StepGraph;

/**
 * A network whose last stage is y = W x + b, cut before it.
 *
 * @param body all stages before the last; gives x
 * @param matrix W [classes, size], maybe the transpose of what is kept
 * @param bias b, if there is one
 */
record LinearOutput(SequenceGraph body, Matrix matrix, Optional<Parameter> bias) {
    /**
     * Cuts a network.
     *
     * @throws CellDefinitionException if it does not end so
     */
    static LinearOutput of(SequenceGraph graph) {
        int last = graph.stages().size() - 1;
        if (last >= 0 && graph.stages().get(last) instanceof Scan scan && isMap(scan, graph)) {
            Node result = scan.graph().result(StepGraph.OUTPUT);
            SequenceGraph body = new SequenceGraph(
                    graph.input(),
                    graph.sides(),
                    graph.sources(),
                    graph.stages().subList(0, last),
                    scan.inputs().get(0));
            if (isProduct(result)) return new LinearOutput(body, result.detail(Matrix.class), Optional.empty());
            if (result.operation() == Operation.ADD) {
                List<Node> terms = result.operands();
                for (int k = 0; k < 2; k++) {
                    Node bias = terms.get(1 - k);
                    if (!isProduct(terms.get(k)) || bias.operation() != Operation.PARAMETER) continue;
                    Optional<Parameter> vector = Optional.of(bias.detail(Parameter.class));
                    return new LinearOutput(body, terms.get(k).detail(Matrix.class), vector);
                }
            }
        }
        throw new CellDefinitionException(
                ErrorMessage.of("Candidates of a loss need a network that ends with a linear layer")
                        .fact("network", "ends otherwise, or with a layer on indices")
                        .fix("let the last layer be dense without activation, or use softmaxCrossEntropy")
                        .toString());
    }

    /**
     * Cuts a network that ends with decisions y = W x + b and the tree that they are taken in, before both.
     *
     * @throws CellDefinitionException if it does not end so
     */
    static LinearOutput ofTree(SequenceGraph graph) {
        int last = graph.stages().size() - 1;
        if (last >= 0
                && graph.stages().get(last) instanceof Scan scan
                && isMap(scan, graph)
                && scan.graph().parameters().isEmpty()
                && scan.inputs().get(0).size() + 1 == graph.output().size()) {
            return of(new SequenceGraph(
                    graph.input(),
                    graph.sides(),
                    graph.sources(),
                    graph.stages().subList(0, last),
                    scan.inputs().get(0)));
        }
        throw new CellDefinitionException(ErrorMessage.of("The loss needs a network that ends with a tree of classes")
                .fact("network", "ends otherwise")
                .fix("let the last layer be hierarchicalSoftmax, or use softmaxCrossEntropy")
                .toString());
    }

    private static boolean isMap(Scan scan, SequenceGraph graph) {
        return !scan.isRecurrent()
                && scan.output().equals(graph.output())
                && scan.inputs().size() == 1
                && !scan.inputs().get(0).isOneHot()
                && !scan.inputs().get(0).equals(graph.input());
    }

    private static boolean isProduct(Node node) {
        return node.operation() == Operation.MATMUL && node.operand(0).operation() == Operation.SOURCE;
    }
}
