package org.rnn4j.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class StreamInJavaExampleTest {
    @Test
    void continuesBitForBit() {
        assertTrue(StreamInJava.run());
    }

    @Test
    void answersBitForBit() {
        assertTrue(AnswerInJava.run());
    }
}
