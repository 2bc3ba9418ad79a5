package org.rnn4j.core.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.DataSource;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.train.Components;

final class SyntheticSourceTest {
    private static final Registry REGISTRY = Components.registry();

    static List<String> tasks() {
        return REGISTRY.types(Task.class);
    }

    private static DataSource source(String task, Map<String, ?> options) {
        Map<String, Object> all = new HashMap<>(Map.of("task", task, "examples", 20, "testExamples", 5));
        all.putAll(options);
        return REGISTRY.create(DataSource.class, "synthetic", all);
    }

    private static Dataset read(String task, long seed, Map<String, ?> options) {
        return source(task, options).read(seed, Optional.empty());
    }

    private static List<String> texts(DataPart part) {
        List<String> texts = new ArrayList<>();
        for (Example example : ((SequencePart) part).list()) {
            texts.add(text(example.source().orElse(example.input())) + "->" + text(example.target()));
        }
        return texts;
    }

    private static String text(Tensor tensor) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tensor.length(); i++) text.append(tensor.get(i)).append(' ');
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void theSeedDecides(String task) {
        Dataset data = read(task, 1, Map.of());
        Dataset again = read(task, 1, Map.of());
        assertEquals(data.encoding(), again.encoding());
        assertEquals(data.encoding(), Encoding.fromJson(data.encoding().toJson()));
        assertEquals(texts(data.training()), texts(again.training()));
        assertEquals(texts(data.test().orElseThrow()), texts(again.test().orElseThrow()));
        assertNotEquals(texts(data.training()), texts(read(task, 2, Map.of()).training()));
        assertNotEquals(texts(data.training()).subList(0, 5), texts(data.test().orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void freshExamplesAreOthersInEveryEpoch(String task) {
        DataPart training = read(task, 1, Map.of("fresh", true)).training();
        Feeding feeding = Feeding.of(20, 1);
        String first =
                text(training.epoch(feeding, 0).segment(0).batch().target().orElseThrow());
        assertEquals(
                first,
                text(training.epoch(feeding, 0).segment(0).batch().target().orElseThrow()));
        assertNotEquals(
                first,
                text(training.epoch(feeding, 1).segment(0).batch().target().orElseThrow()));
    }

    @Test
    void whatIsJudgedByIsNotTrained() {
        Dataset data = read("digitAddition", 3, Map.of("examples", 2000, "validationExamples", 300));
        Set<String> judged = new HashSet<>(texts(data.validation().orElseThrow()));
        assertEquals(300, judged.size());
        assertEquals(2000, new HashSet<>(texts(data.training())).size());
        judged.retainAll(texts(data.training()));
        assertEquals(Set.of(), judged);
    }

    @Test
    void tooFewDifferentExamples() {
        Map<String, ?> small = Map.of("type", "digitAddition", "digits", 1);
        DataSource source = source("digitAddition", Map.of("task", small, "validationExamples", 101));
        DataException e = assertThrows(DataException.class, () -> source.read(1, Optional.empty()));
        assertEquals(
                "The task has too few different examples",
                e.getMessage().lines().findFirst().orElseThrow());
    }

    @Test
    void aModelOfAnotherTask() {
        Encoding other = read("spliceSites", 1, Map.of()).encoding();
        ModelFormatException e = assertThrows(
                ModelFormatException.class,
                () -> source("addingProblem", Map.of()).read(1, Optional.of(other)));
        assertEquals(
                "Data of type 'synthetic' does not fit the model",
                e.getMessage().lines().findFirst().orElseThrow());
    }

    @Test
    void noFileIsRead() {
        Encoding encoding = read("addingProblem", 1, Map.of()).encoding();
        assertThrows(
                DataException.class,
                () -> source("addingProblem", Map.of()).readWhole(Path.of("adding.csv"), encoding));
    }
}
