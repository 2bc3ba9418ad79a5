package org.rnn4j.core.config;

import static org.rnn4j.core.config.Errors.assertMessage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Layer;

class ValueReaderErrorTest {
    private static void cell(String json) {
        new ConfigReader(Samples.registry()).component(Samples.json(json), Cell.class);
    }

    private static void lstm(String options) {
        cell("{ \"type\": \"lstm\", \"hiddenSize\": 8, " + options + " }");
    }

    private static void layer(String options) {
        new ConfigReader(Samples.registry())
                .component(
                        Samples.json(
                                "{ \"type\": \"stack\", \"layers\": [ { \"type\": \"recurrent\", \"cell\": \"elman\" } ],\n"
                                        + options + " }"),
                        Layer.class);
    }

    @Test
    void textForAWholeNumber() {
        assertMessage(
                () -> cell("{ \"type\": \"lstm\", \"hiddenSize\": \"8\" }"),
                "Expected a whole number at hiddenSize (names.json:1:33)",
                "  given   \"8\"",
                "  option  hiddenSize: size of the state h",
                "  fix     give a whole number, at least 1");
    }

    @Test
    void fractionForAWholeNumber() {
        assertMessage(
                () -> cell("{ \"type\": \"lstm\", \"hiddenSize\": 8.5 }"),
                "Expected a whole number at hiddenSize (names.json:1:33)",
                "  given   8.5",
                "  option  hiddenSize: size of the state h",
                "  fix     give a whole number, at least 1");
    }

    @Test
    void tinyFractionForAWholeNumber() {
        assertMessage(
                () -> cell("{ \"type\": \"lstm\", \"hiddenSize\": 1e-999999999 }"),
                "Expected a whole number at hiddenSize (names.json:1:33)",
                "  given   1E-999999999",
                "  option  hiddenSize: size of the state h",
                "  fix     give a whole number, at least 1");
    }

    @Test
    void nullForARequiredOption() {
        assertMessage(
                () -> cell("{ \"type\": \"lstm\", \"hiddenSize\": null }"),
                "Expected a whole number at hiddenSize (names.json:1:33)",
                "  given   null",
                "  option  hiddenSize: size of the state h",
                "  fix     give a whole number, at least 1");
    }

    @Test
    void belowTheRange() {
        assertMessage(
                () -> cell("{ \"type\": \"lstm\", \"hiddenSize\": 0 }"),
                "Value 0 is out of range at hiddenSize (names.json:1:33)",
                "  option  hiddenSize: size of the state h",
                "  fix     give a whole number, at least 1");
    }

    @Test
    void beyondWholeNumbers() {
        assertMessage(
                () -> cell("{ \"type\": \"lstm\", \"hiddenSize\": 1e999999999 }"),
                "Value 1E+999999999 is out of range at hiddenSize (names.json:1:33)",
                "  option  hiddenSize: size of the state h",
                "  fix     give a whole number, at least 1 and at most 2147483647");
    }

    @Test
    void belowWholeNumbers() {
        assertMessage(
                () -> Samples.experiment("{ \"seed\": -2147483649 }"),
                "Value -2147483649 is out of range at seed (names.json:1:11)",
                "  option  seed: of all random numbers",
                "  fix     give a whole number, at least -2147483648 and at most 2147483647");
    }

    @Test
    void beyondNumbers() {
        assertMessage(
                () -> lstm("\"forgetBias\": 1e400"),
                "Value 1E+400 is out of range at forgetBias (names.json:1:50)",
                "  option  forgetBias: first value of b_f",
                "  fix     give a number");
    }

    @Test
    void onAnOpenBound() {
        assertMessage(
                () -> Samples.experiment(Samples.GOOD.replace("0.005", "1")),
                "Value 1 is out of range at training.rate (names.json:11:25)",
                "  option  rate: of learning",
                "  fix     give a number, above 0 and below 1");
    }

    @Test
    void textForANumber() {
        assertMessage(
                () -> lstm("\"forgetBias\": \"one\""),
                "Expected a number at forgetBias (names.json:1:50)",
                "  given   \"one\"",
                "  option  forgetBias: first value of b_f",
                "  fix     give a number");
    }

    @Test
    void textForABoolean() {
        assertMessage(
                () -> layer("\"bias\": \"yes\""),
                "Expected true or false at bias (names.json:2:9)",
                "  given   \"yes\"",
                "  option  bias: whether there are biases",
                "  fix     give true or false");
    }

    @Test
    void unknownChoice() {
        assertMessage(
                () -> cell("{ \"type\": \"elman\", \"activation\": \"tahn\" }"),
                "Unknown activation 'tahn' at activation (names.json:1:34)",
                "  available     linear, sigmoid, tanh, relu, leakyRelu, elu, softplus, softsign, hardSigmoid, hardTanh, "
                        + "silu, gelu, logSigmoid, tanhshrink",
                "  did you mean  tanh",
                "  fix           correct the word");
    }

    @Test
    void numberForAPath() {
        assertMessage(
                () -> Samples.experiment(Samples.GOOD.replace("\"data/names.txt\"", "7")),
                "Expected a path at data.file (names.json:10:21)",
                "  given   7",
                "  option  file: the text",
                "  fix     give a path");
    }

    @Test
    void emptyPath() {
        assertMessage(
                () -> Samples.experiment(Samples.GOOD.replace("data/names.txt", "")),
                "Expected a path at data.file (names.json:10:21)",
                "  given   \"\"",
                "  option  file: the text",
                "  fix     give a path");
    }

    @Test
    void numberForAList() {
        assertMessage(
                () -> layer("\"widths\": 3"),
                "Expected a list of whole numbers at widths (names.json:2:11)",
                "  given   3",
                "  option  widths: size of each part",
                "  fix     give a list of whole numbers, each at least 1");
    }

    @Test
    void wrongElementOfAList() {
        assertMessage(
                () -> layer("\"names\": [\"a\", 2]"),
                "Expected a text at names[1] (names.json:2:16)",
                "  given   2",
                "  option  names: of the classes",
                "  fix     give a text");
    }

    @Test
    void elementOutOfRange() {
        assertMessage(
                () -> layer("\"weights\": [0.5, 1.5]"),
                "Value 1.5 is out of range at weights[1] (names.json:2:18)",
                "  option  weights: of the classes",
                "  fix     give a number, at least 0 and at most 1");
    }

    @Test
    void objectForAListOfComponents() {
        assertMessage(
                () -> Samples.experiment("{ \"model\": { \"type\": \"stack\", \"layers\": {} } }"),
                "Expected a list of layers at model.layers (names.json:1:41)",
                "  given   an object",
                "  option  layers: from input to output",
                "  fix     give a list of layers");
    }

    @Test
    void noComponents() {
        assertMessage(
                () -> Samples.experiment("{ \"model\": { \"type\": \"stack\", \"layers\": [] } }"),
                "Empty list at model.layers (names.json:1:41)",
                "  option  layers: from input to output",
                "  fix     give at least one layer");
    }

    @Test
    void valueOfTheCommandLine() {
        ConfigNode node = Overrides.apply(Samples.json(Samples.GOOD), List.of("model.layers[0].cell.hiddenSize=many"));
        assertMessage(
                () -> new ConfigReader(Samples.registry()).read(node, Samples.EXPERIMENT),
                "Expected a whole number at model.layers[0].cell.hiddenSize (--set)",
                "  given   \"many\"",
                "  option  hiddenSize: size of the state h",
                "  fix     give a whole number, at least 1");
    }
}
