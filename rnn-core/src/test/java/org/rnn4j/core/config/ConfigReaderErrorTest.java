package org.rnn4j.core.config;

import static org.rnn4j.core.config.Errors.assertMessage;

import org.junit.jupiter.api.Test;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Option;

class ConfigReaderErrorTest {
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
    void unknownKey() {
        assertMessage(
                () -> cell("{ \"type\": \"lstm\",\n  \"hidenSize\": 8 }"),
                "Unknown key 'hidenSize' at hidenSize (names.json:2:3)",
                "  available     type, hiddenSize, forgetBias, activation, projectionSize, shape",
                "  did you mean  hiddenSize",
                "  fix           correct the key, or remove it");
    }

    @Test
    void unknownKeyOfASection() {
        assertMessage(
                () -> Samples.experiment("{ \"trainning\": {} }"),
                "Unknown key 'trainning' at trainning (names.json:1:3)",
                "  available     seed, model, data, training",
                "  did you mean  training",
                "  fix           correct the key, or remove it");
    }

    @Test
    void unknownKeyNearAnother() {
        assertMessage(
                () -> layer("\"bias\": true, \"layers2\": { }"),
                "Unknown key 'layers2' at layers2 (names.json:2:15)",
                "  available     type, layers, widths, weights, names, bias",
                "  did you mean  layers",
                "  fix           correct the key, or remove it");
    }

    @Test
    void unknownType() {
        assertMessage(
                () -> Samples.experiment(Samples.GOOD.replace("\"lstm\"", "\"lstmm\"")),
                "Unknown cell type 'lstmm' at model.layers[0].cell.type (names.json:6:48)",
                "  available     elman, lstm",
                "  did you mean  lstm",
                "  fix           correct the name, or add the jar that provides it to the class path");
    }

    @Test
    void unknownTypeAsABareName() {
        assertMessage(
                () -> cell("\"rnn\""),
                "Unknown cell type 'rnn' at the top level (names.json:1:1)",
                "  available  elman, lstm",
                "  fix        correct the name, or add the jar that provides it to the class path");
    }

    @Test
    void typeOfAnotherFamily() {
        assertMessage(
                () -> cell("{ \"type\": \"recurrent\" }"),
                "Unknown cell type 'recurrent' at type (names.json:1:11)",
                "  available  elman, lstm",
                "  note       'recurrent' is a layer",
                "  fix        correct the name, or add the jar that provides it to the class path");
    }

    @Test
    void missingType() {
        assertMessage(
                () -> cell("{ \"hiddenSize\": 8 }"),
                "Missing key 'type' at the top level (names.json:1:1)",
                "  available  elman, lstm",
                "  fix        add \"type\": which cell it is");
    }

    @Test
    void typeThatIsNoText() {
        assertMessage(
                () -> cell("{ \"type\": 8 }"),
                "Expected a text at type (names.json:1:11)",
                "  given      8",
                "  available  elman, lstm",
                "  fix        give the name of a cell type");
    }

    @Test
    void componentThatIsNone() {
        assertMessage(
                () -> cell("[1]"),
                "Expected a cell at the top level (names.json:1:1)",
                "  given      a list",
                "  available  elman, lstm",
                "  fix        give an object with a type: { \"type\": \"…\", … }");
    }

    @Test
    void missingOption() {
        assertMessage(
                () -> cell("{ \"type\": \"lstm\" }"),
                "Missing key 'hiddenSize' at the top level (names.json:1:1)",
                "  option  hiddenSize: size of the state h",
                "  fix     add \"hiddenSize\": a whole number, at least 1");
    }

    @Test
    void bareNameOfATypeThatNeedsOptions() {
        assertMessage(
                () -> Samples.experiment(Samples.GOOD.replace("\"elman\"", "\"lstm\"")),
                "Missing key 'hiddenSize' at model.layers[1].cell (names.json:7:38)",
                "  option  hiddenSize: size of the state h",
                "  fix     add \"hiddenSize\": a whole number, at least 1");
    }

    @Test
    void missingSection() {
        assertMessage(
                () -> Samples.experiment("{ \"model\": { \"type\": \"recurrent\", \"cell\": \"elman\" } }"),
                "Missing key 'data' at the top level (names.json:1:1)",
                "  section  data: what to learn from",
                "  fix      add \"data\": { … }");
    }

    @Test
    void sectionThatIsNoObject() {
        assertMessage(
                () -> Samples.experiment(Samples.GOOD.replace("{ \"rate\": 0.005 }", "[]")),
                "Expected an object at training (names.json:11:15)",
                "  given  an empty list",
                "  fix    give an object: { … }");
    }

    @Test
    void ruleOfAComponent() {
        assertMessage(
                () -> lstm("\"projectionSize\": 16"),
                "projectionSize is larger than hiddenSize at projectionSize (names.json:1:54)",
                "  given  16",
                "  fix    give at most hiddenSize");
    }

    @Test
    void ruleThatADefaultBreaks() {
        assertMessage(
                () -> lstm("\"activation\": \"elu\""),
                "forgetBias does not go with elu at the top level (names.json:1:1)",
                "  default  1",
                "  fix      choose another activation");
    }

    @Test
    void componentThatCannotBeMade() {
        assertMessage(
                () -> lstm("\"forgetBias\": -1000"),
                "The component 'lstm' cannot be made at the top level (names.json:1:1)",
                "  reason  the bias is absurd",
                "  fix     change its options");
    }

    @Test
    void optionThatIsNotDeclared() {
        SectionConfig experiment = Samples.experiment(Samples.GOOD);
        assertMessage(
                () -> experiment.get(Samples.EPOCHS),
                "Option 'epochs' is not declared by section 'experiment' at the top level (names.json:1:1)",
                "  fix  add it to the options that are declared there");
    }

    @Test
    void optionThatIsDeclaredOtherwise() {
        SectionConfig experiment = Samples.experiment(Samples.GOOD);
        assertMessage(
                () -> experiment.get(Option.text("seed", "of all random numbers")),
                "Option 'seed' is not declared by section 'experiment' at the top level (names.json:1:1)",
                "  fix  add it to the options that are declared there");
    }
}
