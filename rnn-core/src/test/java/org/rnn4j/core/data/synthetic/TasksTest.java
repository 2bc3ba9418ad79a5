package org.rnn4j.core.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.math.KeyedRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

/** Examples are what the tasks' definitions say. */
final class TasksTest {
    private static final RandomKey KEY = RandomKey.of(5, RandomPurpose.GENERATE);
    private static final int MANY = 200;

    private static Example example(Task task, int number, Task.Use use) {
        return task.example(new KeyedRandom(KEY.at(0, number, 0)), number, use);
    }

    private static String text(Feature feature, int[] ids) {
        Vocabulary vocabulary = ((Feature.Symbols) feature).vocabulary();
        return vocabulary.decode(ids);
    }

    @Test
    void addingProblemAsksForTheSumOfTwoMarkedNumbers() {
        double squares = 0;
        for (int k = 0; k < 20 * MANY; k++) {
            Example example = example(new AddingProblem(30), k, Task.Use.TRAINING);
            double sum = 0;
            int marks = 0;
            for (int t = 0; t < 30; t++) {
                double mark = example.input().get(2 * t + 1);
                sum += mark * example.input().get(2 * t);
                marks += (int) mark;
            }
            assertEquals(2, marks);
            assertEquals(sum, example.target().get(0), 1e-12);
            squares += sum * sum;
        }
        assertEquals(2.0 / 3, squares / (20 * MANY), 0.03);
    }

    @Test
    void temporalOrderIsTheClass() {
        Task task = new TemporalOrder(50, 3);
        for (int k = 0; k < MANY; k++) {
            Example example = example(task, k, Task.Use.TRAINING);
            String read = text(task.encoding().input(), example.input().ids());
            assertEquals(
                    read.replaceAll("[^XY]", ""),
                    text(task.encoding().target(), example.target().ids()));
            assertTrue(read.matches("B[abcdXY]{48}E"), read);
        }
    }

    @Test
    void reberWordsFollowTheGrammar() {
        String inner = "B[TP][TSXPV]+E";
        Task task = new Reber(1);
        for (int k = 0; k < MANY; k++) {
            Example example = example(task, k, Task.Use.JUDGING);
            String read = text(task.encoding().input(), example.input().ids());
            String said = text(task.encoding().target(), example.target().ids());
            String word = read + said.charAt(said.length() - 1);
            assertTrue(word.matches("B([TP])" + inner + "\\1E"), word);
            assertTrue(word.matches("B[TP]B[TSXPV]+E[TP]E"), word);
            int judged = word.length() - 3;
            for (int t = 0; t < read.length(); t++) {
                assertEquals(
                        t == judged ? 1 : 0, example.targetMask().orElseThrow().get(t));
            }
            assertEquals(word.charAt(1), said.charAt(judged));
        }
    }

    @Test
    void continualReberJudgesEachWordOnce() {
        Example example = example(new Reber(30), 0, Task.Use.JUDGING);
        double judged = 0;
        for (int t = 0; t < example.length(); t++)
            judged += example.targetMask().orElseThrow().get(t);
        assertEquals(30, judged);
        assertTrue(example(new Reber(30), 0, Task.Use.TRAINING).targetMask().isEmpty());
    }

    @Test
    void copyMemoryWantsTheSymbolsAfterTheMark() {
        Task task = new CopyMemory(5, 3);
        Example example = example(task, 0, Task.Use.TRAINING);
        String read = text(task.encoding().input(), example.input().ids());
        String said = text(task.encoding().target(), example.target().ids());
        assertEquals(11, read.length());
        assertEquals("____>___", read.substring(3));
        assertEquals("________" + read.substring(0, 3), said);
    }

    @Test
    void countingLanguageSaysWhatMayComeNext() {
        Task task = new CountingLanguage("ab", 10);
        Example example = example(task, 1, Task.Use.JUDGING);
        assertEquals("Saabb", text(task.encoding().input(), example.input().ids()));
        assertArrayEquals(
                new double[] {
                    0, 1, 0, 0, //
                    0, 1, 1, 0, //
                    0, 1, 1, 0, //
                    0, 0, 1, 0, //
                    0, 0, 0, 1
                },
                example.target().doubles());
        Task three = new CountingLanguage("abc", 10);
        Example one = example(three, 0, Task.Use.JUDGING);
        assertEquals("Sabc", text(three.encoding().input(), one.input().ids()));
        assertArrayEquals(
                new double[] {
                    0, 1, 0, 0, 0, //
                    0, 1, 1, 0, 0, //
                    0, 0, 0, 1, 0, //
                    0, 0, 0, 0, 1
                },
                one.target().doubles());
        for (int k = 0; k < MANY; k++)
            assertTrue(example(task, k, Task.Use.TRAINING).length() <= 21);
    }

    @Test
    void additionAddsBackwards() {
        Task task = new DigitAddition(2, true);
        Encoding encoding = task.encoding();
        for (int k = 0; k < MANY; k++) {
            Example example = example(task, k, Task.Use.TRAINING);
            String read = text(
                    encoding.source().orElseThrow().feature(),
                    example.source().orElseThrow().ids());
            String[] numbers = new StringBuilder(read).reverse().toString().split("\\+");
            int sum = Integer.parseInt(numbers[0]) + Integer.parseInt(numbers[1]);
            assertEquals(
                    Integer.toString(sum),
                    text(encoding.target(), example.target().ids()));
            assertEquals(0, example.input().ids()[0]);
            assertEquals(0, example.target().ids()[example.length() - 1]);
        }
    }

    @Test
    void datesAreWrittenInManyWays() {
        Task task = new DateTranslation();
        Encoding encoding = task.encoding();
        for (int k = 0; k < MANY; k++) {
            Example example = example(task, k, Task.Use.TRAINING);
            String said = text(encoding.target(), example.target().ids());
            String read = text(
                    encoding.source().orElseThrow().feature(),
                    example.source().orElseThrow().ids());
            assertTrue(said.matches("(19[5-9]|20[0-4])\\d-[01]\\d-[0-3]\\d"), said);
            assertTrue(read.contains(said.substring(2, 4)), read);
        }
    }

    @Test
    void melodiesKeepTheirKeyAndMeasureAndEndOnTheTonic() {
        List<String> names = List.of("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B");
        List<Integer> major = List.of(0, 2, 4, 5, 7, 9, 11);
        List<Integer> minor = List.of(0, 2, 3, 5, 7, 8, 10);
        Task task = new Melodies(4);
        Encoding encoding = task.encoding();
        for (int k = 0; k < MANY; k++) {
            Example example = example(task, k, Task.Use.TRAINING);
            String[] kind = text(
                            encoding.source().orElseThrow().feature(),
                            example.source().orElseThrow().ids())
                    .split(" ");
            int above = -1;
            int eighths = 0;
            for (String note : text(encoding.target(), example.target().ids()).split(" ")) {
                above = Math.floorMod(names.indexOf(note.split("\\d")[0]) - names.indexOf(kind[0]), 12);
                assertTrue((kind[1].equals("major") ? major : minor).contains(above), note);
                eighths += Integer.parseInt(note.substring(note.indexOf('x') + 1));
            }
            assertEquals(0, above);
            assertEquals(kind[2].equals("waltz") ? 24 : 32, eighths);
        }
    }

    @Test
    void intronsLieBetweenTheirSites() {
        Task task = new SpliceSites(200);
        for (int k = 0; k < MANY; k++) {
            Example example = example(task, k, Task.Use.TRAINING);
            String dna = text(task.encoding().input(), example.input().ids());
            int[] labels = example.target().ids();
            for (int t = 1; t + 5 < dna.length(); t++) {
                if (labels[t] > labels[t - 1])
                    assertTrue(dna.substring(t, t + 6).matches("GT[AG]AGT"), dna);
                if (labels[t] < labels[t - 1] && t > 9) {
                    assertTrue(dna.substring(t - 10, t).matches("[CT]{6}.CAG"), dna);
                }
            }
            assertTrue(Arrays.stream(labels).sum() > 0);
        }
    }

    @Test
    void teddyIsANameOrABear() {
        Task task = new NamesInSentences();
        for (int k = 0; k < MANY; k++) {
            Example example = example(task, k, Task.Use.TRAINING);
            String[] words =
                    text(task.encoding().input(), example.input().ids()).split("[ .]+");
            for (int t = 0; t + 1 < words.length; t++) {
                if (!words[t].equals("teddy")) continue;
                int wanted = words[t + 1].equals("bears") || words[t + 1].equals("boys") ? 0 : 1;
                assertEquals(wanted, example.target().ids()[t]);
            }
        }
    }

    @Test
    void everyWordOfAnOpinionIsKnown() {
        Task task = new Sentiment();
        for (int k = 0; k < MANY; k++) {
            for (int id : example(task, k, Task.Use.TRAINING).input().ids()) assertTrue(id > 0);
        }
    }

    @Test
    void seriesAreReadOneStepBehindWhatIsSaid() {
        Example example = example(new NoisySeries(30, 0.1), 0, Task.Use.JUDGING);
        for (int t = 1; t < 30; t++) {
            assertEquals(example.target().get(t - 1), example.input().get(t));
        }
        assertEquals(0, example.targetMask().orElseThrow().get(9));
        assertEquals(1, example.targetMask().orElseThrow().get(10));
    }
}
