package org.rnn4j.core.train;

import java.util.Map;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Loss;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.StreamPart;
import org.rnn4j.core.data.TargetLength;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/** Checks before training that data, network, loss and validation fit together. */
final class FitCheck {
    private FitCheck() {}

    static void check(Trainer trainer, Dataset dataset) {
        Loss loss = trainer.task().loss();
        Validation validation = trainer.validation();
        check(trainer.task().network(), loss, dataset.encoding());
        if (loss.ofSequences().isPresent() && trainer.feeding().truncatedBptt().isPresent()) {
            throw new ConfigException(ErrorMessage.of(
                            "truncatedBptt cuts the sequences that the loss looks at as a whole")
                    .fact("truncatedBptt", trainer.feeding().truncatedBptt().getAsInt())
                    .fix("remove truncatedBptt, or use a loss of single steps")
                    .toString());
        }
        boolean cut = trainer.feeding().truncatedBptt().isPresent() || dataset.training() instanceof StreamPart;
        if (cut) requireNoStatesAtInput(trainer.task().network());
        if (validation.earlyStopping().isPresent() && dataset.validation().isEmpty()) {
            throw new ConfigException(ErrorMessage.of("Early stopping without validation data")
                    .fix("keep a share of the data for validation, or remove earlyStopping")
                    .toString());
        }
    }

    /** A state with a value at every step of a piece says nothing about the next piece. */
    private static void requireNoStatesAtInput(Network network) {
        for (SequenceGraph.Scan scan : network.graph().scans()) {
            for (StepGraph.State state : scan.graph().states()) {
                if (!state.axis().equals(SequenceGraph.TIME)) continue;
                throw new ConfigException(ErrorMessage.of(
                                "Sequences that are learnt piece by piece, and a state that has"
                                        + " a value at every step of the whole")
                        .fact("state", scan.graph().name() + "." + state.name())
                        .fix("use data of whole sequences and no truncatedBptt, or a memory that is not the input")
                        .toString());
            }
        }
    }

    static void check(Network network, Loss loss, Encoding encoding) {
        boolean sameInput = network.isOneHotInput() == encoding.input().isSymbols()
                && network.inputSize() == encoding.input().size();
        if (!sameInput) {
            throw new ShapeException(ErrorMessage.of("The network does not read what the data gives")
                    .fact("data", encoding.input())
                    .fact("network", network.inputSize() + (network.isOneHotInput() ? " symbols" : " numbers"))
                    .fix("give the network the input of the data")
                    .toString());
        }
        checkSource(network, encoding);
        boolean sequence = encoding.targetLength() != TargetLength.ONE;
        if (network.outputHasTime() != sequence) {
            throw new ShapeException(ErrorMessage.of("The network does not speak when the data has targets")
                    .fact("data", sequence ? "a target at each step" : "one target for each sequence")
                    .fact("network", network.outputHasTime() ? "an output at each step" : "one output at the end")
                    .fix(
                            sequence
                                    ? "give on all outputs: \"returns\": \"all\", and no pool layer"
                                    : "give on the last output: \"returns\": \"last\", or add a pool layer")
                    .toString());
        }
        boolean own = encoding.targetLength() == TargetLength.OWN;
        if (own != (loss.target() == Loss.Target.LABELS)) {
            throw new ShapeException(ErrorMessage.of("The loss does not take targets of that length")
                    .fact("data", "targets " + encoding.targetLength().words())
                    .fact("loss", own ? "one target for each output" : "labels of any number")
                    .fix(
                            own
                                    ? "use a loss for labels, such as ctc"
                                    : "say \"targetSequence\": true in the data, or use a loss for single targets")
                    .toString());
        }
        boolean classes = loss.target() != Loss.Target.VECTOR;
        if (classes != encoding.target().isSymbols()) {
            throw new ShapeException(ErrorMessage.of("The loss does not take the data's targets")
                    .fact("data", encoding.target())
                    .fact("loss", classes ? "classes" : "numbers")
                    .fix(
                            classes
                                    ? "use a loss for numbers, such as meanSquaredError"
                                    : "use a loss for classes, such as softmaxCrossEntropy")
                    .toString());
        }
        int needed = loss.outputSize(encoding.target().size());
        if (network.outputSize() != needed) {
            throw new ShapeException(ErrorMessage.of("The network's output is not of the size of the targets")
                    .fact("data", encoding.target())
                    .fact("network", network.outputSize() + " outputs")
                    .fix("let the last layer be { \"type\": \"dense\", \"size\": " + needed + " }")
                    .toString());
        }
    }

    private static void checkSource(Network network, Encoding encoding) {
        Map<String, Value> sources = network.graph().sources();
        Value read = sources.get(Encoding.SOURCE);
        boolean fits = encoding.source().isEmpty()
                ? sources.isEmpty()
                : sources.size() == 1
                        && read != null
                        && fits(read, encoding.source().get());
        if (fits) return;
        throw new ShapeException(ErrorMessage.of("The network does not read the data's source")
                .fact("data", encoding.source().map(Object::toString).orElse("no source"))
                .fact("network", read == null ? "sources " + sources.keySet() : read)
                .fix(
                        encoding.source().isPresent()
                                ? "use a model that reads a source, such as encoderDecoder or generator"
                                : "use data of pairs, or a model without a source")
                .toString());
    }

    private static boolean fits(Value read, Encoding.Source source) {
        return read.isOneHot() == source.feature().isSymbols()
                && read.size() == source.feature().size()
                && read.hasTime() == source.perStep();
    }
}
