package org.rnn4j.core.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rnn4j.api.expr.Operations.matmul;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;

/** Every mistake in a cell or layer is refused when the network is built, with the equation and the way out. */
final class CellDefinitionErrorTest {
    private static final Cell KEEPS = t -> {
        Node h = t.previous("h", 2);
        t.next("h", h);
        t.output(h);
    };

    /** A cell with a name of its own. */
    private static final class Forgetful implements Cell {
        @Override
        public void step(Step t) {
            Node h = t.previous("h", 3);
            t.output(tanh(t.affine("y", 3, t.input(), h)));
        }
    }

    private static void refused(Cell cell, String... lines) {
        refused(CellDefinitionException.class, (flow, x) -> flow.scan(cell, x), lines);
    }

    private static void refused(Layer layer, String... lines) {
        refused(CellDefinitionException.class, layer, lines);
    }

    private static void refused(Class<? extends RuntimeException> kind, Layer layer, String... lines) {
        RuntimeException e = assertThrows(kind, () -> trace(layer));
        assertEquals(String.join("\n", lines), e.getMessage());
    }

    private static SequenceGraph trace(Layer layer) {
        return FlowTracer.trace(Map.of("layers.0", layer), 4, false);
    }

    // ---- states

    @Test
    void stateIsNeverSet() {
        refused(
                new Forgetful(),
                "The state 'h' of layers.0.cell (Forgetful) is declared by previous(\"h\", 3) but never set",
                "  where  layers.0.cell",
                "  fix    call next(\"h\", value)");
    }

    @Test
    void stateIsDeclaredTwice() {
        refused(
                t -> {
                    t.previous("h", 3);
                    t.previous("h", 3);
                },
                "The state 'h' is declared twice",
                "  where  layers.0.cell",
                "  fix    keep the node of the first call");
    }

    @Test
    void stateIsSetTwice() {
        refused(
                t -> {
                    Node h = t.previous("h", 3);
                    t.next("h", tanh(h));
                    t.next("h", sigmoid(h.times(2)));
                },
                "The state 'h' is set twice; the second time to 'sigmoid(h ∘ 2)'",
                "  where  layers.0.cell",
                "  fix    set every state once");
    }

    @Test
    void stateChangesItsSize() {
        refused(
                t -> t.next("h", tanh(t.affine("h", 5, t.input(), t.previous("h", 3)))),
                "The state 'h' changes its size in 'tanh(pre_h)'",
                "  before  3",
                "  after   5",
                "  fix     declare it with previous(\"h\", 5), or change the equation");
    }

    @Test
    void stateIsNotDeclared() {
        refused(
                t -> t.next("h", t.input()),
                "The state 'h' is not declared",
                "  where  layers.0.cell",
                "  fix    declare it with previous(\"h\", size) first");
    }

    @Test
    void initialStateIsNotDeclared() {
        refused(
                t -> t.initialState("h", InitialState.learned()),
                "The state 'h' is not declared",
                "  where  layers.0.cell",
                "  fix    declare it with previous(\"h\", size) first");
    }

    @Test
    void nextStateIsReadBeforeItIsSet() {
        refused(
                t -> {
                    t.previous("h", 3);
                    t.next("h");
                },
                "next(\"h\") is read before it is set",
                "  where  layers.0.cell",
                "  fix    call next(\"h\", value) first");
    }

    @Test
    void stateHasNoElements() {
        refused(
                t -> t.previous("h", 0),
                "The state 'h' has the size 0",
                "  where  layers.0.cell",
                "  fix    sizes are at least 1");
    }

    @Test
    void stateHasNoProperName() {
        refused(
                t -> t.previous("h h", 3),
                "Not a name for a state: 'h h'",
                "  fix  use letters, digits and underscores, and no digit first, such as W_xi");
    }

    // ---- output and input

    @Test
    void outputIsForgotten() {
        refused(
                t -> t.next("h", tanh(t.affine("h", 3, t.input(), t.previous("h", 3)))),
                "layers.0.cell has no output",
                "  where  layers.0.cell",
                "  fix    call output(value) in step(...)");
    }

    @Test
    void outputIsSetTwice() {
        refused(
                t -> {
                    t.output(t.input());
                    t.output(tanh(t.input()));
                },
                "The output is set twice; the second time to 'tanh(x)'",
                "  where  layers.0.cell",
                "  fix    set it once");
    }

    @Test
    void inputDoesNotExist() {
        refused(
                t -> t.input(1),
                "input(1) of a step that has 1",
                "  where  layers.0.cell",
                "  fix    inputs are counted from 0");
    }

    @Test
    void sideInputHasTwoSizesInOneCell() {
        refused(
                t -> t.output(t.side("gap", 1).plus(t.side("gap", 2))),
                "The side input 'gap' has two sizes, 1 and 2",
                "  where  layers.0.cell",
                "  fix    declare it with one size");
    }

    @Test
    void valueBelongsToAnotherStep() {
        List<Node> kept = new ArrayList<>();
        trace((flow, x) -> flow.scan(
                t -> {
                    kept.add(t.previous("k", 4));
                    t.next("k", kept.get(0));
                    t.output(kept.get(0));
                },
                x));
        refused(
                t -> t.output(t.input().plus(kept.get(0))),
                "The value 'k' belongs to another step",
                "  where  layers.0.cell",
                "  fix    use only what the step gives that is being written");
    }

    // ---- sizes

    @Test
    void sizesAreMixed() {
        refused(
                t -> sigmoid(t.affine("i", 5, t.input())).times(tanh(t.previous("h", 3))),
                "In layers.0.cell: Sizes do not fit in 'sigmoid(pre_i) ∘ tanh(h)'",
                "  left   sigmoid(pre_i) [5]",
                "  right  tanh(h) [3]",
                "  fix    both sides need the same size, or one of them size 1");
    }

    @Test
    void matrixDoesNotFit() {
        refused(
                t -> matmul(t.matrix("W", 3, 3), t.input().times(2)),
                "In layers.0.cell: Sizes do not fit in 'W (x ∘ 2)'",
                "  left   W [3, 3]",
                "  right  x ∘ 2 [4]",
                "  fix    the matrix needs as many columns as the vector has elements");
    }

    @Test
    void sliceIsOutside() {
        refused(
                t -> t.input().slice(3, 4),
                "In layers.0.cell: slice(3, 4) outside of 'x'",
                "  size  4",
                "  fix   start is at least 0, length at least 1, and start + length at most the size");
    }

    // ---- parameters

    @Test
    void operandOfAffineHasNoName() {
        refused(
                t -> {
                    Node h = t.previous("h", 3);
                    t.affine("n", 3, t.input(), sigmoid(h).times(h));
                },
                "An operand of affine(\"n\") has no name: 'sigmoid(h) ∘ h'",
                "  where  layers.0.cell",
                "  fix    name it with .named(\"…\"); its matrix is called after it");
    }

    @Test
    void affineHasNoOperands() {
        refused(
                t -> t.affine("n", 3),
                "affine(\"n\") has no operands",
                "  where  layers.0.cell",
                "  fix    give it at least one");
    }

    @Test
    void parameterIsDeclaredTwice() {
        refused(
                t -> {
                    t.vector("b", 3);
                    t.matrix("b", 3, 3);
                },
                "The parameter 'b' is declared twice",
                "  where  layers.0.cell",
                "  fix    keep what the first call gave, or use another name");
    }

    @Test
    void parameterHasNoElements() {
        refused(
                t -> t.matrix("W", 0, 3),
                "The parameter 'W' has the shape [0, 3]",
                "  where  layers.0.cell",
                "  fix    sizes are at least 1");
    }

    @Test
    void parameterBelongsToAnotherStep() {
        List<Matrix> kept = new ArrayList<>();
        trace((flow, x) -> flow.scan(
                t -> {
                    kept.add(t.matrix("W", 3, 4));
                    t.output(matmul(kept.get(0), t.input()));
                },
                x));
        refused(
                t -> t.output(matmul(kept.get(0), t.input())),
                "The parameter 'W' belongs to another step",
                "  where  layers.0.cell",
                "  fix    declare it with matrix(...) or vector(...) of the step that uses it");
    }

    @Test
    void parameterIsDeclaredAfterTheStep() {
        List<Step> kept = new ArrayList<>();
        trace((flow, x) -> flow.scan(
                t -> {
                    kept.add(t);
                    t.output(t.input());
                },
                x));
        refused(
                t -> kept.get(0).vector("b", 4),
                "The parameter 'b' is declared after the end of the step",
                "  where  layers.0.cell",
                "  fix    declare parameters within step(...)");
    }

    @Test
    void parameterIsNotUsed() {
        refused(
                t -> {
                    t.vector("b", 3);
                    t.output(t.input());
                },
                "The parameter 'layers.0.cell.b' has no influence on the output",
                "  where  layers.0.cell",
                "  fix    use it in an equation, or do not declare it");
    }

    @Test
    void initializedParameterIsUnknown() {
        refused(
                t -> {
                    t.affine("h", 3, t.input());
                    t.initialize("b_x", Initializer.zeros());
                },
                "initialize of an unknown parameter 'b_x'",
                "  where         layers.0.cell",
                "  available     W_xh, b_h",
                "  did you mean  b_h");
    }

    @Test
    void initializedValueIsNoParameter() {
        refused(
                t -> t.initialize(t.input(), Initializer.zeros()),
                "initialize of 'x', which is not a parameter",
                "  where  layers.0.cell",
                "  fix    give it what vector(...) returned");
    }

    @Test
    void dropoutRateIsOutOfRange() {
        refused(
                t -> t.dropout(tanh(t.input()), 1),
                "A dropout rate of 1.0 for 'tanh(x)'",
                "  where  layers.0.cell",
                "  fix    rates are in [0, 1)");
    }

    // ---- flows

    @Test
    void twoMapsOfALayerDeclareOneParameter() {
        Cell dense = t -> t.output(t.affine("y", 4, t.input()));
        refused(
                (flow, x) -> flow.map(flow.map(x, dense), dense),
                "The parameter 'layers.0.W_xy' is declared twice",
                "  where  layers.0",
                "  fix    maps of one layer share its names: give each parameter one of its own");
    }

    @Test
    void twoScansOfALayerHaveOneName() {
        refused(
                (flow, x) -> flow.scan(KEEPS, flow.scan(KEEPS, x)),
                "The name 'cell' is used twice",
                "  where  layers.0",
                "  fix    give each cell and layer a name of its own");
    }

    @Test
    void mapHasAState() {
        refused(
                (flow, x) -> flow.map(x, KEEPS),
                "A map has no states, but its equations declare [h]",
                "  where  layers.0",
                "  fix    use scan(...)");
    }

    @Test
    void mapHasNoInput() {
        refused(
                (flow, x) -> flow.map(t -> {}, List.of()),
                "A scan or map without inputs",
                "  where  layers.0",
                "  fix    give it at least one sequence");
    }

    @Test
    void cellRunsAlongAVector() {
        refused(
                (flow, x) -> flow.scan(KEEPS, flow.last(x)),
                "A cell cannot run along a vector without time",
                "  where  layers.0",
                "  fix    repeat the vector first");
    }

    @Test
    void vectorIsPooled() {
        refused(
                (flow, x) -> flow.mean(flow.last(x)),
                "mean needs a sequence, not the vector s1[B, 4]",
                "  where  layers.0",
                "  fix    remove it, or repeat first");
    }

    @Test
    void sequenceIsRepeated() {
        refused(
                (flow, x) -> flow.repeat(x, x),
                "Only a vector can be repeated, not s0[T, B, 4]",
                "  where  layers.0",
                "  fix    pool it first");
    }

    @Test
    void finalStateIsUnknown() {
        refused(
                (flow, x) -> flow.scan("a", KEEPS, Map.of(), List.of(x)).finalState("c"),
                "No state 'c' in layers.0.a",
                "  available     h",
                "  did you mean  h");
    }

    @Test
    void givenInitialStateIsUnknown() {
        refused(
                (flow, x) -> flow.scan("a", KEEPS, Map.of("hidden", flow.last(x)), List.of(x))
                        .output(),
                "No state 'hidden' in layers.0.a",
                "  available  h");
    }

    @Test
    void givenInitialStateDoesNotFit() {
        refused(
                ShapeException.class,
                (flow, x) -> flow.scan("a", KEEPS, Map.of("h", flow.last(x)), List.of(x))
                        .output(),
                "The initial state 'h' of layers.0.a does not fit",
                "  given   s1[B, 4]",
                "  needed  [B, 2]");
    }

    @Test
    void sideInputHasTwoSizesInTwoLayers() {
        refused(
                ShapeException.class,
                (flow, x) -> {
                    Sequence one = flow.map(x, t -> t.output(t.side("gap", 1).plus(t.input())));
                    return flow.map(one, t -> t.output(t.side("gap", 4).plus(t.input())));
                },
                "The side input 'gap' has two sizes",
                "  first  1",
                "  then   4 in layers.0");
    }

    @Test
    void sequenceComesFromElsewhere() {
        Sequence foreign = new Sequence() {
            @Override
            public int size() {
                return 4;
            }

            @Override
            public boolean hasTime() {
                return true;
            }

            @Override
            public boolean isOneHot() {
                return false;
            }
        };
        refused(
                (flow, x) -> flow.plus(x, foreign),
                "A sequence that this flow did not make",
                "  where  layers.0",
                "  fix    use the words of Flow");
    }
}
