package org.rnn4j.core.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.rnn4j.api.expr.Operations.broadcast;
import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.select;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.square;
import static org.rnn4j.api.expr.Operations.sum;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Source;

/** Equal expressions become one object, and trivial ones vanish. */
final class SimplifierTest {
    private static final Node A = source("a", 3, false);
    private static final Node B = source("b", 3, false);
    private static final Node S = source("s", 1, false);
    private static final Node ID = source("id", 3, true);

    private static Node source(String name, int size, boolean oneHot) {
        Source source = new Source(Source.Kind.INPUT, name, 0, oneHot);
        return Node.of(Operation.SOURCE, List.of(), size, source, name);
    }

    static Stream<Arguments> equalExpressions() {
        return Stream.of(
                Arguments.of("a + 0", A.plus(0), A),
                Arguments.of("0 + a", constant(0).plus(A), A),
                Arguments.of("a - 0", A.minus(0), A),
                Arguments.of("0 - a", constant(0).minus(A), A.negate()),
                Arguments.of("a + -b", A.plus(B.negate()), A.minus(B)),
                Arguments.of("-a + b", A.negate().plus(B), B.minus(A)),
                Arguments.of("a - -b", A.minus(B.negate()), A.plus(B)),
                Arguments.of("--a", A.negate().negate(), A),
                Arguments.of("1 ∘ a", constant(1).times(A), A),
                Arguments.of("a ∘ 1", A.times(1), A),
                Arguments.of("a ∘ -1", A.times(-1), A.negate()),
                Arguments.of("a ∘ 0", A.times(0), constant(0, 3)),
                Arguments.of("a / 1", A.divide(1), A),
                Arguments.of("0 / a", constant(0, 3).divide(A), constant(0, 3)),
                Arguments.of("square(3)", square(constant(3)), constant(9)),
                Arguments.of("a ∘ 0 + b", A.times(0).plus(B), B),
                Arguments.of("2 ∘ 3 + 1", constant(2).times(constant(3)).plus(1), constant(7)),
                Arguments.of("sum of a repeated number", sum(broadcast(S, 3)), S.times(3)),
                Arguments.of("sum of a product with a one-hot", sum(ID.times(A)), pick(ID, A)),
                Arguments.of("sum of a one-hot times a number", sum(ID.times(S)), S),
                Arguments.of("slice of concat", concat(A, B, S).slice(3, 3), B),
                Arguments.of("slice of a part of concat", concat(A, B).slice(4, 2), B.slice(1, 2)),
                Arguments.of("slice of slice", concat(tanh(A), B).slice(1, 4).slice(1, 1), tanh(A).slice(2, 1)),
                Arguments.of("slice of a repeated number", broadcast(S, 3).slice(1, 2), broadcast(S, 2)),
                Arguments.of("concat of zeros", concat(constant(0, 2), constant(0)), constant(0, 3)),
                Arguments.of("select of the same", select(A, B, B), B),
                Arguments.of(
                        "the same twice",
                        sigmoid(A).plus(sigmoid(A)),
                        sigmoid(A).plus(sigmoid(A))));
    }

    private static Node pick(Node oneHot, Node values) {
        return Node.of(Operation.PICK, List.of(oneHot, values), 1, Operation.PICK, "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("equalExpressions")
    void becomesTheSameNode(String name, Node given, Node simple) {
        Interner interner = new Interner();
        assertSame(interner.intern(simple), interner.intern(given), () -> name + " became " + interner.intern(given));
    }

    @Test
    void whatIsNotTrivialStays() {
        Interner interner = new Interner();
        assertNotSame(interner.intern(A.plus(B)), interner.intern(B.plus(A)));
        assertNotSame(
                interner.intern(concat(A, B).slice(2, 2)),
                interner.intern(concat(A, B).slice(1, 2)));
        assertEquals(Operation.SLICE, interner.intern(concat(A, B).slice(2, 2)).operation());
        assertEquals(
                Operation.CONCAT,
                interner.intern(concat(constant(0), constant(1))).operation());
    }

    @Test
    void namesDoNotMakeTwoValuesOfOne() {
        Interner interner = new Interner();
        Node first = interner.intern(tanh(A).named("h"));
        Node second = interner.intern(tanh(A.named("other")));
        assertSame(first, second);
        assertEquals("h", interner.labels().get(first));
        assertEquals("a", interner.labels().get(interner.intern(A)));
    }

    @Test
    void constantsAreEqualByTheirNumbers() {
        Interner interner = new Interner();
        assertSame(interner.intern(constant(0.5)), interner.intern(constant(0.5)));
        assertSame(interner.intern(constant(new double[] {1, 2})), interner.intern(constant(new double[] {1, 2})));
        assertNotSame(interner.intern(constant(new double[] {1, 2})), interner.intern(constant(new double[] {2, 1})));
    }
}
