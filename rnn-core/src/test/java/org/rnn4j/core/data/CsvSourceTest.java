package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4j.core.data.DataErrors.assertMessage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.core.config.Registry;

final class CsvSourceTest {
    private static final Registry REGISTRY = Registry.load(List.of(DatasetProvider.FAMILY));
    private static final String SERIES = "day,x,y\n1,10,1\n2,20,2\n3,30,3\n4,40,4\n5,50,5\n6,60,6\n";
    private static final String SEQUENCES =
            "who,a,b,word\np,1,2,yes\np,3,4,yes\nq,5,6,no\nr,7,8,no\nr,9,10,no\nr,0,0,no\n";

    @TempDir
    Path folder;

    private DataSource source(String text, Map<String, ?> options) {
        Map<String, Object> all = new HashMap<>(Map.of("validation", 0));
        all.putAll(options);
        all.put("file", DataErrors.file(folder, "table.csv", text));
        return REGISTRY.create(DataSource.class, "csv", all);
    }

    private Dataset read(String text, Map<String, ?> options) {
        return source(text, options).read(1, Optional.empty());
    }

    private static List<Example> examples(DataPart part) {
        return ((SequencePart) part).list();
    }

    private static double[] input(Dataset data, int number) {
        return examples(data.training()).get(number).input().doubles();
    }

    private static double[] target(Dataset data, int number) {
        return examples(data.training()).get(number).target().doubles();
    }

    @Test
    void sequencesWithALabel() {
        Dataset data = read(SEQUENCES, Map.of("sequence", "who", "targets", List.of("word"), "labels", true));
        assertEquals(3, data.training().examples());
        assertEquals(
                List.of("no", "yes"),
                ((Feature.Symbols) data.encoding().target()).vocabulary().symbols());
        assertArrayEquals(new double[] {1, 2, 3, 4}, input(data, 0));
        assertArrayEquals(
                new int[] {1}, examples(data.training()).get(0).target().ids());
        assertEquals(1, examples(data.training()).get(1).length());
        assertEquals("", examples(data.training()).get(1).place().source().replaceAll(".*table.csv", ""));
        assertEquals(4, examples(data.training()).get(1).place().line());
    }

    @Test
    void labelsOfEachStep() {
        Dataset data = read(
                SEQUENCES,
                Map.of("sequence", "who", "targets", List.of("word"), "labels", true, "targetPerStep", true));
        assertArrayEquals(
                new int[] {0, 0, 0}, examples(data.training()).get(2).target().ids());
    }

    @Test
    void windowsForecastTheNextRows() {
        Dataset data = read(
                SERIES,
                Map.of("inputs", List.of("x"), "targets", List.of("y"), "window", 2, "horizon", 1, "stride", 2));
        assertEquals(2, data.training().examples());
        assertArrayEquals(new double[] {10, 20}, input(data, 0));
        assertArrayEquals(new double[] {3}, target(data, 0));
        assertArrayEquals(new double[] {30, 40}, input(data, 1));
        Dataset perStep = read(
                SERIES,
                Map.of(
                        "inputs",
                        List.of("x"),
                        "targets",
                        List.of("y"),
                        "window",
                        3,
                        "horizon",
                        1,
                        "targetPerStep",
                        true));
        assertArrayEquals(new double[] {2, 3, 4}, target(perStep, 0));
    }

    @Test
    void aSeriesIsDividedInTimeAndScaledByItsTrainingPart() {
        Dataset data = read(
                SERIES,
                Map.of(
                        "inputs",
                        List.of("x"),
                        "targets",
                        List.of("y"),
                        "validation",
                        0.33,
                        "normalize",
                        "standard",
                        "window",
                        2));
        assertEquals(3, data.training().examples());
        double deviation = Math.sqrt(125);
        assertArrayEquals(new double[] {-15 / deviation, -5 / deviation}, input(data, 0), 1e-12);
        Example validation = examples(data.validation().orElseThrow()).get(0);
        assertArrayEquals(
                new double[] {25 / deviation, 35 / deviation},
                validation.input().doubles(),
                1e-12);
        Encoding encoding = data.encoding();
        assertEquals(encoding, Encoding.fromJson(encoding.toJson()));
        Scaling said = ((Feature.Numbers) encoding.target()).scaling().orElseThrow();
        assertEquals(6, said.undo(0, validation.target().get(0)), 1e-12);
    }

    @Test
    void fromZeroToOne() {
        Dataset data = read(SERIES, Map.of("inputs", List.of("x"), "targets", List.of("y"), "normalize", "minMax"));
        assertArrayEquals(new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, input(data, 0), 1e-12);
    }

    @Test
    void missingNumbersAreFilledOrMarked() {
        String gaps = "x,y\n2,1\nNA,2\n4,\n,4\n";
        Map<String, Object> options = new HashMap<>(Map.of("targets", List.of("y"), "targetPerStep", true));
        options.put("missing", "previous");
        assertArrayEquals(new double[] {2, 2, 4, 4}, input(read(gaps, options), 0));
        options.put("missing", "mean");
        assertArrayEquals(new double[] {2, 3, 4, 3}, input(read(gaps, options), 0));
        options.put("missing", "mask");
        Dataset masked = read(gaps, options);
        assertArrayEquals(new double[] {2, 0, 3, 1, 4, 0, 3, 1}, input(masked, 0));
        assertEquals(2, masked.encoding().input().size());
        Example example = examples(masked.training()).get(0);
        assertArrayEquals(
                new double[] {1, 1, 0, 1}, example.targetMask().orElseThrow().doubles());
        options.put("normalize", "standard");
        options.put("missing", "mean");
        assertArrayEquals(new double[] {-1, 0, 1, 0}, input(read(gaps, options), 0), 1e-12);
    }

    @Test
    void quotesAndOtherSeparators() {
        Dataset data = read(
                "\"a;b\";c\n\"1\";\"x;\"\"y\"\"\"\n",
                Map.of("separator", ";", "targets", List.of("c"), "labels", true));
        assertEquals(
                List.of("x;\"y\""),
                ((Feature.Symbols) data.encoding().target()).vocabulary().symbols());
        assertArrayEquals(new double[] {1}, input(data, 0));
    }

    @Test
    void sequencesStayWhole() {
        StringBuilder text = new StringBuilder("id,x,y\n");
        for (int i = 0; i < 100; i++)
            text.append(i / 5).append(',').append(i / 5).append(",0\n");
        Dataset data = read(
                text.toString(),
                Map.of("sequence", "id", "targets", List.of("y"), "window", 2, "validation", 0.25, "test", 0.25));
        assertEquals(10 * 4, data.training().examples());
        for (Example example : examples(data.test().orElseThrow())) {
            double id = example.input().get(0);
            assertTrue(
                    examples(data.training()).stream().noneMatch(e -> e.input().get(0) == id));
        }
    }

    @Test
    void aModelReadsAnotherFile() {
        Map<String, ?> options = Map.of("targets", List.of("y"), "normalize", "minMax");
        Dataset data = read(SERIES, options);
        Path other = DataErrors.file(folder, "other.csv", "x,y,day\n60,6,11\n");
        DataPart part = source(SERIES, options).readWhole(other, data.encoding());
        assertEquals(1, part.steps());
        Path fewer = DataErrors.file(folder, "fewer.csv", "x,y\n60,6\n");
        assertMessage(folder, () -> source(SERIES, options).readWhole(fewer, data.encoding()), """
                Data of type 'csv' does not fit the model
                  model reads  2 numbers
                  data gives   1 numbers
                  model says   1 number
                  fix          use the columns that the model was trained with""");
    }

    @Test
    void aColumnThatIsNotThere() {
        assertMessage(folder, () -> read(SERIES, Map.of("targets", List.of("z"))), """
                No column 'z' (DIR/table.csv:1)
                  available     day, x, y
                  did you mean  x
                  fix           correct the name, or write the names of the columns into the first line""");
    }

    @Test
    void aTextWhereANumberIsWanted() {
        assertMessage(folder, () -> read("x,y\n1,2\n1.5,two\n", Map.of("targets", List.of("y"))), """
                Not a number: 'two' (DIR/table.csv:3)
                  column   y
                  missing  is written as nothing, NA, NaN, null or ?
                  fix      correct the number, or leave the column out of inputs and targets""");
    }

    @Test
    void aMissingNumber() {
        assertMessage(folder, () -> read("x,y\n1,2\n,3\n", Map.of("targets", List.of("y"))), """
                A missing number (DIR/table.csv:3)
                  column  x
                  fix     set "missing" in "data" to previous, mean or mask, or fill the number in""");
    }

    @Test
    void aRowOfAnotherLength() {
        String message = org.junit.jupiter.api.Assertions.assertThrows(
                        org.rnn4j.api.DataException.class,
                        () -> read("x,y\n1,2\n1,2,3\n", Map.of("targets", List.of("y"))))
                .getMessage();
        assertTrue(message.startsWith("Not comma-separated values: "), message);
        assertTrue(message.contains("3"), message);
    }

    @Test
    void aWindowThatNeverFits() {
        assertMessage(folder, () -> read(SERIES, Map.of("targets", List.of("y"), "window", 6, "horizon", 1)), """
                No window fits into a part of DIR/table.csv
                  longest  6 rows
                  needed   7 rows
                  fix      lower window or horizon, or give more data""");
    }
}
