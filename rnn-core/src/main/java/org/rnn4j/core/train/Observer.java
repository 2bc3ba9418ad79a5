package org.rnn4j.core.train;

import com.google.common.base.Suppliers;
import java.util.function.Supplier;
import org.rnn4j.api.Loss;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.LabelReader;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;

/** Makes of a run what metrics look at; whatever takes work is done only when a metric asks, and once. */
final class Observer {
    private final Network network;
    private final Loss loss;
    private final Supplier<Network> prediction;

    Observer(Network network, Loss loss) {
        this.network = network;
        this.loss = loss;
        this.prediction = Suppliers.memoize(() -> Network.builder()
                .vectorInput(network.outputSize())
                .layer("prediction", (flow, x) -> flow.map(x, t -> t.output(loss.prediction(t.input()))))
                .precision(Precision.FLOAT64)
                .build());
    }

    Metric.Observation observe(LossSum sum, Batch batch, Execution execution) {
        Supplier<Tensor> output = Suppliers.memoize(execution::output);
        return new Metric.Observation(
                sum,
                batch,
                output,
                Suppliers.memoize(() -> LabelReader.of(loss)
                        .read(batch, output.get(), name -> network.weights().get(name))),
                Suppliers.memoize(() -> prediction(output.get())));
    }

    private Tensor prediction(Tensor output) {
        boolean hasTime = output.rank() == 3;
        int size = output.extent(output.rank() - 1);
        int batchSize = output.extent(output.rank() - 2);
        Tensor rows = hasTime ? output : Tensor.of(output.doubles(), 1, batchSize, size);
        Tensor predicted = prediction.get().predict(Batch.of(rows));
        return hasTime ? predicted : Tensor.of(predicted.doubles(), batchSize, predicted.extent(2));
    }
}
