package org.rnn4j.core.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Known answers of Philox4x32-10 from Random123, file kat_vectors. */
final class PhiloxReferenceTest {
    @Test
    void zeros() {
        assertBlock(new RandomKey(0, 0, 0, 0), 0, 0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8);
    }

    @Test
    void ones() {
        assertBlock(new RandomKey(-1L, -1, -1, -1), -1, 0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD);
    }

    @Test
    void digitsOfPi() {
        RandomKey key = new RandomKey(0x299F31D0_A4093822L, 0x03707344, 0x13198A2E, 0x85A308D3);
        assertBlock(key, 0x243F6A88, 0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1);
    }

    private static void assertBlock(RandomKey key, int block, int... expected) {
        int[] words = new int[Philox.WORDS];
        Philox.block(key, block, words);
        assertArrayEquals(expected, words);
    }
}
