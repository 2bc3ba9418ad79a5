package org.rnn4j.core.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.config.ConfigText;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.config.Source;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Experiment;

/**
 * A model as one file: safetensors, with the weights under their full names, and besides them in the metadata
 * <pre>
 * format     rnn4j/1
 * config     the configuration, all defaults filled in, as JSON
 * encoding   what the numbers mean, vocabularies included, as JSON
 * </pre>
 *
 * <p>Weights are F32, or F64 where the precision is float64. Python opens such a file as it is.
 */
public final class ModelFile {
    static final String FORMAT = "format";
    static final String CURRENT = "rnn4j/1";
    private static final String FAMILY = "rnn4j/";
    private static final String CONFIG = "config";
    private static final String ENCODING = "encoding";

    private ModelFile() {}

    /** Writes a model with its present weights, wholly or not at all. */
    public static void write(Path file, TrainedModel model) {
        Map<String, double[]> weights = new LinkedHashMap<>();
        for (Parameter parameter : model.network().parameters()) {
            weights.put(parameter.name(), model.network().weights().get(parameter.name()));
        }
        write(file, model, weights);
    }

    /**
     * Writes a model with other weights, wholly or not at all.
     *
     * @param weights for each parameter, by name
     */
    public static void write(Path file, TrainedModel model, Map<String, double[]> weights) {
        boolean single = model.network().precision() == Precision.FLOAT32;
        List<Tensor> tensors = new ArrayList<>();
        for (Parameter parameter : model.network().parameters()) {
            double[] values = weights.getOrDefault(parameter.name(), new double[0]);
            tensors.add(WeightTensors.tensor(parameter, values, single));
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT, CURRENT);
        metadata.put(
                CONFIG,
                model.experiment().resolved().pathsRelativeTo(folder(file)).toJson());
        metadata.put(ENCODING, model.encoding().toJson());
        Safetensors.write(file, TensorFile.of(tensors, metadata));
    }

    /**
     * Reads a model.
     *
     * @param registry of the components that its configuration may name
     * @throws ModelFormatException if the file is not whole, or not a model, or its weights do not fit its configuration
     * @throws org.rnn4j.api.ConfigException if a component that it needs is not there
     */
    public static TrainedModel read(Path file, Registry registry) {
        TensorFile content = Safetensors.read(file);
        FileErrors errors = new FileErrors(file);
        checkFormat(content.metadata(), errors);
        Source source = new Source(file.toString(), folder(file));
        Experiment experiment =
                Experiment.of(ConfigText.parse(text(content.metadata(), CONFIG, errors), source), registry);
        Encoding encoding = Encoding.fromJson(text(content.metadata(), ENCODING, errors));
        Network network = experiment.network(encoding);
        WeightTensors.check(network.parameters(), content.tensors(), errors);
        for (Parameter parameter : network.parameters()) {
            network.weights()
                    .set(parameter.name(), content.tensor(parameter.name()).toDoubles());
        }
        return new TrainedModel(experiment, encoding, network);
    }

    /** Reads only what the numbers of a model mean. */
    public static Encoding readEncoding(Path file) {
        FileErrors errors = new FileErrors(file);
        Map<String, String> metadata = Safetensors.readMetadata(file);
        checkFormat(metadata, errors);
        return Encoding.fromJson(text(metadata, ENCODING, errors));
    }

    private static void checkFormat(Map<String, String> metadata, FileErrors errors) {
        String format = metadata.getOrDefault(FORMAT, "");
        if (format.equals(CURRENT)) return;
        if (format.startsWith(FAMILY)) {
            throw new ModelFormatException(errors.message("a newer RNN4J wrote it")
                    .fact("format", FileErrors.quote(format))
                    .fact("known", "'" + CURRENT + "'")
                    .fix("update RNN4J")
                    .toString());
        }
        throw new ModelFormatException(errors.message("it is no model of RNN4J")
                .fact("format", format.isEmpty() ? "not given" : FileErrors.quote(format))
                .fix("name a model.safetensors that 'rnn train' wrote, or its run folder")
                .toString());
    }

    private static String text(Map<String, String> metadata, String key, FileErrors errors) {
        String text = metadata.get(key);
        if (text == null) throw errors.damaged("a part of the model is missing", "missing", key + " in the metadata");
        return text;
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }
}
