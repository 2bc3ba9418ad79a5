package org.rnn4j.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.decode.TextDecoder;
import org.rnn4j.core.decode.Translator;
import org.rnn4j.core.io.ModelFile;
import org.rnn4j.core.io.TrainedModel;
import org.rnn4j.core.run.RunFolder;
import org.rnn4j.core.train.Components;

/** Models on disk: a model file, or the folder of a run. */
final class Models {
    private Models() {}

    static TrainedModel read(Path path) {
        return ModelFile.read(RunFolder.modelFile(path), Components.registry());
    }

    /** A decoder, if the model is one of symbols. */
    static TextDecoder decoder(TrainedModel model) {
        return decoder(model, Optional.empty());
    }

    /**
     * A decoder, if the model is one of symbols.
     *
     * @param source what it is to answer, if it answers sources
     */
    static TextDecoder decoder(TrainedModel model, Optional<String> source) {
        boolean answers = model.encoding().source().isPresent();
        if (answers != source.isPresent()) {
            throw new ConfigException(ErrorMessage.of(
                            answers ? "The model answers a source, and none is given" : "The model reads no source")
                    .fact(
                            "model reads",
                            model.encoding().source().map(Object::toString).orElse("the text so far"))
                    .fix(answers ? "give it with --source TEXT" : "leave --source out; --prefix begins a text")
                    .toString());
        }
        if (source.isPresent()) {
            return Translator.of(model.network(), model.encoding()).decoder(source.get());
        }
        if (model.encoding().isNextSymbol()) {
            return TextDecoder.of(model.network(), model.vocabulary().orElseThrow());
        }
        throw new ShapeException(ErrorMessage.of("Not a language model")
                .fact("reads", model.encoding().input())
                .fact("gives", model.encoding().target())
                .fix("name a model that predicts the next symbol of a text")
                .toString());
    }
}
