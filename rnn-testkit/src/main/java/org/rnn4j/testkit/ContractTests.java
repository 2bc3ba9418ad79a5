package org.rnn4j.testkit;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.network.Network;

/** The checks of the contracts, a test for each layer, shape and precision. */
final class ContractTests {
    private interface Check {
        void run(Network network, Shape shape);
    }

    private ContractTests() {}

    static Stream<DynamicTest> gradients(Subjects subjects) {
        return forEachShape(subjects, Precision.FLOAT64, NetworkChecks::gradient);
    }

    static Stream<DynamicTest> padding(Subjects subjects) {
        return Arrays.stream(Precision.values()).flatMap(p -> forEachShape(subjects, p, NetworkChecks::padding));
    }

    static Stream<DynamicTest> threads(Subjects subjects) {
        return forEachShape(subjects, Precision.FLOAT32, NetworkChecks::threads);
    }

    static Stream<DynamicTest> parity(Subjects subjects) {
        return names(subjects)
                .flatMap(name -> Shape.ALL.stream()
                        .map(shape -> test(
                                name + ", " + shape,
                                () -> NetworkChecks.parity(
                                        subjects.network(name, Precision.FLOAT64),
                                        subjects.network(name, Precision.FLOAT32),
                                        shape))));
    }

    static Stream<DynamicTest> emptyExamples(Subjects subjects) {
        return Arrays.stream(Precision.values())
                .flatMap(precision -> names(subjects)
                        .map(name -> test(
                                name + ", " + precision,
                                () -> NetworkChecks.emptyExamples(subjects.network(name, precision)))));
    }

    static Stream<DynamicTest> chunks(Subjects subjects) {
        Shape shape = Shape.of(5, 5, 2, 0, 3);
        return names(subjects)
                .map(name -> test(
                        name + ", " + shape,
                        () -> NetworkChecks.chunks(subjects.network(name, Precision.FLOAT64), shape, 3)));
    }

    static Stream<DynamicTest> sessions(Subjects subjects) {
        return Arrays.stream(Precision.values())
                .flatMap(precision -> names(subjects)
                        .map(name -> test(
                                name + ", " + precision,
                                () -> NetworkChecks.session(subjects.network(name, precision), 5, 3))));
    }

    private static Stream<DynamicTest> forEachShape(Subjects subjects, Precision precision, Check check) {
        return names(subjects)
                .flatMap(name -> Shape.ALL.stream()
                        .map(shape -> test(
                                name + ", " + precision + ", " + shape,
                                () -> check.run(subjects.network(name, precision), shape))));
    }

    private static Stream<String> names(Subjects subjects) {
        return subjects.layers().keySet().stream();
    }

    private static DynamicTest test(String name, Runnable check) {
        return DynamicTest.dynamicTest(name, check::run);
    }
}
