package org.rnn4j.cli.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.Cell;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Provider;
import org.rnn4j.core.config.Registry;

/**
 * Cells by the type that configurations give them.
 *
 * @param registry where they are found
 */
public record Cells(Registry registry) {
    private static final String SIZE = "hiddenSize";
    private static final String RESET_AFTER = "resetAfter";

    /**
     * A cell of a size; of a gated recurrent unit the variant that the frameworks which it is compared with have.
     *
     * @throws ConfigException if there is no such type, or it has no hiddenSize
     */
    public Cell of(String type, int hiddenSize) {
        Provider<Cell> provider = registry.provider(Cell.class, type)
                .orElseThrow(() -> new ConfigException(ErrorMessage.of("Unknown cell type '" + type + "'")
                        .choices(type, registry.types(Cell.class))
                        .fix("correct --cells")
                        .toString()));
        if (!has(provider, SIZE)) {
            throw new ConfigException(ErrorMessage.of("The cell '" + type + "' has no " + SIZE)
                    .fix("leave it out of --cells: the rows have no other size")
                    .toString());
        }
        Map<String, Object> options = new LinkedHashMap<>(Map.of(SIZE, hiddenSize));
        if (has(provider, RESET_AFTER)) options.put(RESET_AFTER, true);
        return registry.create(Cell.class, type, options);
    }

    private static boolean has(Provider<?> provider, String option) {
        return provider.options().stream().anyMatch(o -> o.name().equals(option));
    }
}
