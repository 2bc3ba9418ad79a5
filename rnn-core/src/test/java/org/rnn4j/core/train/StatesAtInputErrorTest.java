package org.rnn4j.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rnn4j.api.expr.Operations.segmentSum;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.component.loss.MeanSquaredErrorLoss;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;

class StatesAtInputErrorTest {
    private static void covering(Step t) {
        Node m = t.memory("own");
        Node seen = t.previous("seen", 1, m);
        t.next("seen", seen.plus(t.linear("s", 1, t.input())));
        t.output(segmentSum(seen.times(m)));
    }

    @Test
    void aStateAtEveryStepOfTheInputIsNotCarriedToTheNextPiece() {
        Network network = Network.builder()
                .vectorInput(1)
                .layer((flow, x) -> flow.withMemory("own", x)
                        .scan("cell", StatesAtInputErrorTest::covering, Map.of(), List.of(x))
                        .output())
                .build();
        Feature number = new Feature.Numbers(1, java.util.Optional.empty());
        Encoding encoding = new Encoding(number, number, true);
        Tensor ones = Tensor.of(new double[] {1, 1, 1, 1}, 4, 1);
        Dataset data = Dataset.of(encoding, SequencePart.of(encoding, List.of(Example.of(ones, ones))));
        Trainer trainer = Trainer.of(network, MeanSquaredErrorLoss.of(), UpdateRule.of(Adam.of(), 0.01))
                .withFeeding(new Feeding(1, java.util.OptionalInt.of(2), 1));
        assertEquals(
                """
                Sequences that are learnt piece by piece, and a state that has a value at every step of the whole
                  state  layers.0.cell.seen
                  fix    use data of whole sequences and no truncatedBptt, or a memory that is not the input""",
                assertThrows(ConfigException.class, () -> trainer.train(data)).getMessage());
    }
}
