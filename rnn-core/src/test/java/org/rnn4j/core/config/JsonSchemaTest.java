package org.rnn4j.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.api.ConfigException;

/** An independent validator and our own reader have to agree. */
class JsonSchemaTest {
    private static final String TEXT = JsonSchema.of(Samples.registry(), Samples.EXPERIMENT);
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = SCHEMAS.getSchema(TEXT, InputFormat.JSON);

    private static List<String> mistakes(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String changed(String... overrides) {
        return Overrides.apply(Samples.json(Samples.GOOD), List.of(overrides)).toJson();
    }

    @Test
    void isItselfAValidSchema() {
        Schema draft = SCHEMAS.getSchema(
                com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), draft.validate(TEXT, InputFormat.JSON));
    }

    @Test
    void acceptsAGoodConfiguration() {
        assertEquals(List.of(), mistakes(Samples.GOOD));
    }

    @Test
    void acceptsTheResolvedConfiguration() {
        assertEquals(
                List.of(), mistakes(Samples.experiment(Samples.GOOD).resolved().toJson()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed=3.0",
                "training.stopping={\"patience\": 2}",
                "training.stopping=null",
                "model.layers[0].cell.projectionSize=3",
                "model.layers[0].cell.projectionSize=null",
                "model.layers[0].cell.shape=round",
                "model.layers[0].inner={\"type\": \"stack\", \"layers\": [{\"type\": \"recurrent\", \"cell\": \"elman\"}]}",
                "model.widths=[]",
                "model.weights=[0, 1]",
                "model.names=[\"\"]",
                "model.bias=false"
            })
    void acceptsWhatTheReaderAccepts(String override) {
        Samples.experiment(changed(override));
        assertEquals(List.of(), mistakes(changed(override)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sed=3",
                "seed=3.5",
                "seed=text",
                "seed=2147483648",
                "seed=null",
                "data=null",
                "data.file=3",
                "data.file=\"\"",
                "training.rate=0",
                "training.rate=1",
                "training.stopping={}",
                "training.stopping.patience=0",
                "model=elman",
                "model=recurrent",
                "model={}",
                "model.type=lstm",
                "model.layers=[]",
                "model.layers={}",
                "model.layers[0].cell=lstm",
                "model.layers[0].cell={\"type\": \"lstmm\"}",
                "model.layers[0].cell={\"type\": \"lstm\"}",
                "model.layers[0].cell={\"type\": 3}",
                "model.layers[0].cell=[]",
                "model.layers[0].cell.hiddenSize=0",
                "model.layers[0].cell.hidenSize=1",
                "model.layers[0].cell.activation=tahn",
                "model.layers[0].cell.forgetBias=one",
                "model.widths=[0]",
                "model.widths=3",
                "model.weights=[1.5]",
                "model.names=[1]",
                "model.bias=yes"
            })
    void rejectsWhatTheReaderRejects(String override) {
        assertThrows(ConfigException.class, () -> Samples.experiment(changed(override)));
        assertFalse(mistakes(changed(override)).isEmpty());
    }

    @Test
    void showsTheMistakesOfTheTypeThatWasMeant() {
        List<String> mistakes = mistakes(changed("model.layers[0].cell.hiddenSize=0"));
        assertEquals(1, mistakes.size());
        assertTrue(mistakes.get(0).contains("/model/layers/0/cell/hiddenSize"), mistakes.get(0));
    }

    @Test
    void tellsDocumentationAndDefaults() {
        assertTrue(TEXT.contains("\"description\": \"size of the state h\""), TEXT);
        assertTrue(TEXT.contains("\"default\": \"tanh\""), TEXT);
        assertTrue(TEXT.contains("\"$ref\": \"#/$defs/cell.lstm\""), TEXT);
        assertTrue(TEXT.contains("\"optimizer\": false"), TEXT);
    }

    @Test
    void isTheSameTextEveryTime() {
        assertEquals(TEXT, JsonSchema.of(Samples.registry(), Samples.EXPERIMENT));
    }
}
