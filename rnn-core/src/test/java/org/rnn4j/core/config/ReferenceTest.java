package org.rnn4j.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4j.core.config.Errors.assertMessage;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final String JAR = Origin.of(new FoundCellProvider()).name(); // a folder of classes, here

    private static String render(String type) {
        return Reference.of(Samples.registry(), type).get(0).render();
    }

    @Test
    void rendersOptionsAsATable() {
        assertEquals("""
                elman (cell)
                The cell elman.
                from %s, org.rnn4j.core.config.Samples$CellSample

                option      kind    default  range  meaning
                activation  a word  "tanh"          function of the gates: linear, sigmoid, tanh, relu, leakyRelu, elu, \
                softplus, softsign, hardSigmoid, hardTanh, silu, gelu, logSigmoid, tanhshrink""".formatted(JAR), render("elman"));
    }

    @Test
    void rendersDefaultsAndRanges() {
        assertEquals("""
                stack (layer)
                The layer stack.
                from %s, org.rnn4j.core.config.Samples$LayerSample

                option   kind                     default          range                     meaning
                layers   a list of layers         required                                   from input to output
                widths   a list of whole numbers  [ 2, 3 ]         at least 1                size of each part
                weights  a list of numbers        []               at least 0 and at most 1  of the classes
                names    a list of texts          [ "yes", "no" ]                            of the classes
                bias     true or false            true                                       whether there are biases""".formatted(JAR), render("stack"));
    }

    @Test
    void rendersDefaultsOfComponents() {
        assertEquals("""
                recurrent (layer)
                The layer recurrent.
                from %s, org.rnn4j.core.config.Samples$LayerSample

                option  kind     default             range  meaning
                cell    a cell   required                   one time step
                drawn   a shape  { "type": "flat" }         how weights are drawn
                inner   a layer  built in                   the layer inside""".formatted(JAR), render("recurrent"));
    }

    @Test
    void rendersComponentsWithoutOptions() {
        assertEquals("""
                flat (shape)
                The shape flat.
                from %s, org.rnn4j.core.config.Samples$ShapeSample

                no options""".formatted(JAR), render("flat"));
    }

    @Test
    void absentValuesHaveNoDefault() {
        List<Reference.OptionEntry> options =
                Reference.of(Samples.registry(), "lstm").get(0).options();
        assertEquals(
                new Reference.OptionEntry(
                        "projectionSize", "a whole number", List.of(), "none", "at least 1", "size of the output"),
                options.get(3));
    }

    @Test
    void overviewHasALineForEachComponent() {
        Registry registry = Registry.empty(List.of(Samples.SHAPES))
                .with(new FoundCellProvider())
                .with(new Samples.ShapeSample("flat", List.of(), c -> new Samples.Shape("flat", 0)));
        String gap = " ".repeat(JAR.length() - 4);
        assertEquals(
                "family  type   from" + gap + "  summary\n"
                        + "cell    found  " + JAR + "  A cell found by its jar.\n"
                        + "shape   flat   " + JAR + "  The shape flat.",
                Reference.overview(Reference.all(registry)));
    }

    @Test
    void unknownTypeIsAnError() {
        assertMessage(
                () -> Reference.of(Samples.registry(), "lstn"),
                "Unknown component type 'lstn'",
                "  available     elman, flat, lstm, recurrent, round, stack",
                "  did you mean  lstm",
                "  fix           correct the name, or add the jar that provides it to the class path");
    }
}
