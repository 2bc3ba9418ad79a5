package org.rnn4j.core.data.synthetic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.DataSource;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.KeyedRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

/** Makes the examples of a task. */
final class SyntheticSource implements DataSource {
    private static final int MOST_ATTEMPTS = 1000;

    private final Task task;
    private final Counts counts;
    private final boolean fresh;

    /** Number of examples in each part. */
    record Counts(int training, int validation, int test) {}

    SyntheticSource(Task task, Counts counts, boolean fresh) {
        this.task = task;
        this.counts = counts;
        this.fresh = fresh;
    }

    @Override
    public Dataset read(long seed, Optional<Encoding> known) {
        Encoding encoding = task.encoding();
        if (known.isPresent() && !known.get().equals(encoding)) {
            throw new ModelFormatException(ErrorMessage.of("Data of type 'synthetic' does not fit the model")
                    .fact("model reads", known.get().input())
                    .fact("task gives", encoding.input())
                    .fix("use the task that the model was trained with")
                    .toString());
        }
        RandomKey key = RandomKey.of(seed, RandomPurpose.GENERATE);
        Set<Object> taken = new HashSet<>();
        List<Example> validation = judged(key.named("validation"), counts.validation(), taken);
        List<Example> test = judged(key.named("test"), counts.test(), taken);
        Set<Object> heldOut = Set.copyOf(taken);
        FreshPart training = new FreshPart(
                counts.training(),
                epoch -> SequencePart.of(encoding, training(key.named("training"), fresh ? epoch : 0, heldOut)));
        return new Dataset(encoding, fresh ? training : training.part(0), part(validation), part(test));
    }

    private Optional<DataPart> part(List<Example> examples) {
        return examples.isEmpty() ? Optional.empty() : Optional.of(SequencePart.of(task.encoding(), examples));
    }

    private List<Example> judged(RandomKey key, int count, Set<Object> taken) {
        return examples(key, 0, count, Task.Use.JUDGING, taken);
    }

    private List<Example> training(RandomKey key, int epoch, Set<Object> heldOut) {
        return examples(key, epoch, counts.training(), Task.Use.TRAINING, new HashSet<>(heldOut));
    }

    /** Different examples, where there are only so many. */
    private List<Example> examples(RandomKey key, int epoch, int count, Task.Use use, Set<Object> taken) {
        List<Example> examples = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Example example = other(key, epoch, number, use, taken);
            if (task.isFinite()) taken.add(identity(example));
            examples.add(example);
        }
        return examples;
    }

    /** An example that is not among those that are taken. */
    private Example other(RandomKey key, int epoch, int number, Task.Use use, Set<Object> taken) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Example example = task.example(new KeyedRandom(key.at(epoch, number, attempt)), number, use);
            if (!task.isFinite() || !taken.contains(identity(example))) return example;
        }
        throw new DataException(ErrorMessage.of("The task has too few different examples")
                .fact("wanted", counts.training() + " + " + counts.validation() + " + " + counts.test())
                .fix("ask for fewer examples, or make the task's sequences longer")
                .toString());
    }

    private static Object identity(Example example) {
        Tensor read = example.source().orElse(example.input());
        return List.of(
                Arrays.stream(read.isIds() ? read.ids() : new int[0]).boxed().toList());
    }

    @Override
    public DataPart readWhole(Path file, Encoding known) {
        throw new DataException(ErrorMessage.of("Data of type 'synthetic' is made, not read from a file")
                .fact("file", file)
                .fix("leave the file out, or use the kind of data that the file holds")
                .toString());
    }
}
