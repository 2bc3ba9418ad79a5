package org.rnn4j.core.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Option;
import org.rnn4j.api.Provider;
import org.rnn4j.core.component.clip.Clip;
import org.rnn4j.core.component.clip.ClipProvider;
import org.rnn4j.core.component.initializer.InitializerProvider;
import org.rnn4j.core.component.schedule.Schedule;
import org.rnn4j.core.component.schedule.ScheduleProvider;
import org.rnn4j.core.config.Family;
import org.rnn4j.core.config.Registry;

/** Every component is found by its type, and made from its required options alone. */
class ComponentsTest {
    private static final Registry REGISTRY = Registry.load(List.of(
            new Family<>("schedule", Schedule.class, ScheduleProvider.class),
            new Family<>("clipping", Clip.class, ClipProvider.class),
            new Family<>("initializer", Initializer.class, InitializerProvider.class)));

    private static final Map<Class<?>, List<String>> TYPES = Map.of(
            Cell.class,
            List.of("elman"),
            Layer.class,
            List.of(
                    "dense",
                    "dropout",
                    "embedding",
                    "hierarchicalSoftmax",
                    "layerNorm",
                    "pool",
                    "recurrent",
                    "repeat",
                    "reverse",
                    "side"),
            Loss.class,
            List.of(
                    "binaryCrossEntropy",
                    "crf",
                    "ctc",
                    "gaussian",
                    "hierarchicalSoftmax",
                    "huber",
                    "meanAbsoluteError",
                    "meanSquaredError",
                    "mixtureDensity",
                    "quantile",
                    "sampledSoftmax",
                    "smoothL1",
                    "softmaxCrossEntropy"),
            Optimizer.class,
            List.of("adadelta", "adagrad", "adam", "adamW", "adamax", "nadam", "radam", "rmsprop", "rprop", "sgd"),
            Schedule.class,
            List.of(
                    "constant",
                    "cosine",
                    "cosineRestarts",
                    "exponential",
                    "linear",
                    "multistep",
                    "oneCycle",
                    "plateau",
                    "polynomial",
                    "step",
                    "warmUp"),
            Clip.class,
            List.of("globalNorm", "norm", "value"),
            Initializer.class,
            List.of(
                    "constant",
                    "glorotNormal",
                    "glorotUniform",
                    "heNormal",
                    "heUniform",
                    "identity",
                    "normal",
                    "orthogonal",
                    "uniform",
                    "zeros"));

    @Test
    void allTypesAreFound() {
        TYPES.forEach((family, types) -> {
            for (String type : types) assertTrue(REGISTRY.types(family).contains(type), () -> family + " " + type);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyTypeIsMadeFromItsRequiredOptions() {
        return TYPES.keySet().stream()
                .flatMap(family -> TYPES.get(family).stream()
                        .map(type -> DynamicTest.dynamicTest(
                                family.getSimpleName() + " " + type, () -> checkMade(family, type))));
    }

    private static <C> void checkMade(Class<C> family, String type) {
        Provider<C> provider = REGISTRY.provider(family, type).orElseThrow();
        assertNotNull(REGISTRY.create(family, type, required(provider)));
        assertFalse(provider.summary().isEmpty());
        assertEquals('.', provider.summary().charAt(provider.summary().length() - 1), provider.summary());
    }

    private static Map<String, Object> required(Provider<?> provider) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Option<?> option : provider.options()) {
            if (option.isRequired()) values.put(option.name(), value(option));
        }
        return values;
    }

    private static Object value(Option<?> option) {
        return switch (option.kind()) {
            case INTEGER -> 3;
            case NUMBER -> 0.5;
            case TEXT -> "gap";
            case INTEGERS -> List.of(3, 6);
            case CHOICE -> option.choices().get(0);
            case COMPONENT ->
                option.valueType() == Cell.class
                        ? Map.of("type", "elman", "hiddenSize", 4)
                        : Map.of("type", "pool", "kind", "mean");
            default -> throw new AssertionError("no value for " + option);
        };
    }
}
