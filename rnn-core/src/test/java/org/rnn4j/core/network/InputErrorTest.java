package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4j.api.DataException;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Loss;
import org.rnn4j.api.RnnException;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operations;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;

/** Every wrong input is refused with a message that says where, by both engines. */
class InputErrorTest {
    private static final Layer ELMAN = (flow, x) -> flow.scan(TestCells::elman, x);

    private static final Loss CLASSES = new Loss() {
        @Override
        public Node loss(Node prediction, Node target) {
            return Operations.dot(target, Operations.logSoftmax(prediction)).negate();
        }

        @Override
        public Target target() {
            return Target.CLASS;
        }
    };
    private static final Loss SQUARES =
            (prediction, target) -> Operations.sum(Operations.square(prediction.minus(target)));

    private static Network vectors(Precision precision) {
        return Network.builder()
                .vectorInput(2)
                .layer(ELMAN)
                .precision(precision)
                .build();
    }

    private static Network indices(Precision precision) {
        return Network.builder()
                .oneHotInput(5)
                .layer(ELMAN)
                .precision(precision)
                .build();
    }

    private static Tensor zeros(int... shape) {
        int length = 1;
        for (int extent : shape) length *= extent;
        return Tensor.of(new double[length], shape);
    }

    private static void assertRefused(Class<? extends RnnException> kind, Executable misuse, String... facts) {
        String message = assertThrows(kind, misuse).getMessage();
        assertAll(java.util.Arrays.stream(facts)
                .map(fact -> () -> assertTrue(message.contains(fact), () -> "'" + fact + "' in\n" + message)));
    }

    @ParameterizedTest
    @EnumSource
    void indexOutsideOfTheVocabulary(Precision precision) {
        for (int wrong : new int[] {5, -1}) {
            Batch batch = Batch.of(Tensor.ofIds(new int[] {0, 1, 4, wrong}, 2, 2));
            assertRefused(
                    DataException.class,
                    () -> indices(precision).predict(batch),
                    "An index outside the vocabulary: " + wrong,
                    "example  1",
                    "step     1",
                    "0 to 4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersThatAreNotFinite(Precision precision) {
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] x = new double[12];
            x[9] = wrong;
            Batch batch = Batch.of(Tensor.of(x, 2, 3, 2));
            assertRefused(
                    DataException.class,
                    () -> vectors(precision).predict(batch),
                    "The input holds " + wrong,
                    "example  1",
                    "step     1",
                    "element  1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatLiesInThePaddingIsNotLookedAt(Precision precision) {
        Batch padded = Batch.of(Tensor.of(new double[] {1, 2, Double.NaN, Double.NaN}, 2, 1, 2), new int[] {1});
        assertEquals(0, vectors(precision).predict(padded).get(4));
        assertEquals(
                0,
                indices(precision)
                        .predict(Batch.of(Tensor.ofIds(new int[] {3, -7}, 2, 1), new int[] {1}))
                        .get(4));
    }

    @ParameterizedTest
    @EnumSource
    void anotherKindOfInput(Precision precision) {
        Batch numbers = Batch.of(zeros(2, 1, 2));
        Batch ids = Batch.of(Tensor.ofIds(new int[2], 2, 1));
        assertRefused(
                ShapeException.class,
                () -> indices(precision).predict(numbers),
                "another kind",
                "indices [T, B] below 5");
        assertRefused(ShapeException.class, () -> vectors(precision).predict(ids), "another kind", "numbers [T, B, 2]");
    }

    @ParameterizedTest
    @EnumSource
    void anotherSizeOfInput(Precision precision) {
        Batch batch = Batch.of(zeros(2, 1, 3));
        assertRefused(ShapeException.class, () -> vectors(precision).predict(batch), "float64[2, 1, 3]", "[2, 1, 2]");
    }

    @ParameterizedTest
    @EnumSource
    void batchWithoutExamples(Precision precision) {
        Batch batch = Batch.of(zeros(2, 0, 2));
        assertRefused(ShapeException.class, () -> vectors(precision).predict(batch), "A batch without examples");
    }

    @ParameterizedTest
    @EnumSource
    void lengthsOutOfRange(Precision precision) {
        assertRefused(ShapeException.class, () -> Batch.of(zeros(2, 1, 2), new int[] {-1}), "The length of example 0");
        assertRefused(
                ShapeException.class,
                () -> Batch.of(zeros(2, 1, 2), new int[] {3}),
                "The length of example 0",
                "0 to 2");
        assertRefused(
                ShapeException.class,
                () -> Batch.of(zeros(2, 1, 2), new int[] {1, 1}),
                "Not one length for each example");
    }

    @ParameterizedTest
    @EnumSource
    void statesThatAreNoneOrOfAnotherShape(Precision precision) {
        Batch batch = Batch.of(zeros(2, 1, 2));
        Network network = vectors(precision);
        States unknown = new States(Map.of("layers.0.cell.c", zeros(1, 4)));
        assertRefused(
                ShapeException.class,
                () -> network.run(batch, unknown),
                "No state 'layers.0.cell.c'",
                "layers.0.cell.h");
        States wide = new States(Map.of("layers.0.cell.h", zeros(1, 5)));
        assertRefused(ShapeException.class, () -> network.run(batch, wide), "'layers.0.cell.h' does not fit", "[1, 4]");
        States nan = new States(Map.of("layers.0.cell.h", Tensor.of(new double[] {0, 0, Double.NaN, 0}, 1, 4)));
        assertRefused(DataException.class, () -> network.run(batch, nan), "holds NaN", "element  2");
    }

    @ParameterizedTest
    @EnumSource
    void sideInputsThatAreMissing(Precision precision) {
        Network network = Network.builder()
                .vectorInput(2)
                .layer((flow, x) -> flow.map(x, t -> t.output(t.input().times(t.side("gap", 1)))))
                .precision(precision)
                .build();
        Batch batch = Batch.of(zeros(2, 1, 2));
        assertRefused(DataException.class, () -> network.predict(batch), "The side input 'gap' is missing", "withSide");
        Batch wide = batch.withSide("gap", zeros(2, 1, 3));
        assertRefused(ShapeException.class, () -> network.predict(wide), "side input 'gap' does not fit", "[2, 1, 1]");
    }

    private static Execution ran(Precision precision, Loss loss, Batch batch) {
        Network network = vectors(precision);
        Execution run = network.newExecution(new Engine.Options(Optional.of(loss), false, 1));
        return run.forward(batch, States.initial(), Execution.Mode.GRADIENT);
    }

    @ParameterizedTest
    @EnumSource
    void targetsThatAreMissingOrOfAnotherShape(Precision precision) {
        Batch batch = Batch.of(zeros(2, 1, 2));
        assertRefused(DataException.class, () -> ran(precision, SQUARES, batch).loss(), "A batch without a target");
        Batch narrow = batch.withTarget(zeros(2, 1, 2));
        assertRefused(
                ShapeException.class, () -> ran(precision, SQUARES, narrow).loss(), "target does not fit", "[2, 1, 4]");
        assertRefused(
                ShapeException.class, () -> ran(precision, CLASSES, narrow).loss(), "needs classes", "below 4");
        Batch masked = batch.withTarget(zeros(2, 1, 4)).withTargetMask(zeros(2));
        assertRefused(
                ShapeException.class, () -> ran(precision, SQUARES, masked).loss(), "mask of the target");
    }

    @ParameterizedTest
    @EnumSource
    void targetsThatAreNoClassOrNotFinite(Precision precision) {
        Batch batch = Batch.of(zeros(2, 1, 2));
        Batch classes = batch.withTarget(Tensor.ofIds(new int[] {0, 4}, 2, 1));
        assertRefused(
                DataException.class,
                () -> ran(precision, CLASSES, classes).loss(),
                "no class: 4",
                "step     1",
                "0 to 3");
        double[] y = {0, 0, 0, 0, 0, Double.NaN, 0, 0};
        Batch numbers = batch.withTarget(Tensor.of(y, 2, 1, 4));
        assertRefused(
                DataException.class, () -> ran(precision, SQUARES, numbers).loss(), "holds NaN", "element  1");
        Tensor mask = Tensor.of(new double[] {1, 0}, 2, 1);
        assertEquals(
                1, ran(precision, CLASSES, classes.withTargetMask(mask)).loss().steps());
        assertEquals(
                1, ran(precision, SQUARES, numbers.withTargetMask(mask)).loss().steps());
    }

    @ParameterizedTest
    @EnumSource
    void valuesThatNobodyNamed(Precision precision) {
        Execution run = ran(precision, SQUARES, Batch.of(zeros(2, 1, 2)));
        assertRefused(ShapeException.class, () -> run.value("layers.0.cell.hh"), "layers.0.cell.hh", "layers.0.cell.h");
    }

    @ParameterizedTest
    @EnumSource
    void gradientsOfAnotherShape(Precision precision) {
        Execution run = ran(precision, SQUARES, Batch.of(zeros(2, 1, 2)));
        assertRefused(
                ShapeException.class,
                () -> run.backward(zeros(2, 1, 3), States.initial()),
                "gradient of the output",
                "[2, 1, 4]");
    }

    @ParameterizedTest
    @EnumSource
    void stepsInTheWrongOrder(Precision precision) {
        Network network = vectors(precision);
        Execution run = network.newExecution(Engine.Options.inference());
        assertThrows(RnnException.class, run::output);
        run.forward(Batch.of(zeros(2, 1, 2)), States.initial(), Execution.Mode.INFERENCE);
        assertThrows(RnnException.class, run::loss);
        assertThrows(RnnException.class, run::backward);
        assertThrows(RnnException.class, () -> run.backward(zeros(2, 1, 4), States.initial()));
        run.forward(Batch.of(zeros(2, 1, 2)), States.initial(), Execution.Mode.GRADIENT);
        assertThrows(RnnException.class, run::initialGradients);
        run.backward(zeros(2, 1, 4), States.initial());
        assertThrows(RnnException.class, run::inputGradient);
        Execution judging = ran(precision, SQUARES, Batch.of(zeros(2, 1, 2)));
        assertRefused(RnnException.class, judging::backward, "A backward run without a loss");
    }
}
