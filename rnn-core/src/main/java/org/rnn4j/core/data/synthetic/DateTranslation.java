package org.rnn4j.core.data.synthetic;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Vocabulary;

/**
 * Dates as people write them, such as {@code saturday, 3 may 1997} or {@code 5/3/97}, and as machines do: {@code 1997-05-03}.
 *
 * <p>Dates are uniform from 1950 to 2049, so that two digits of a year are enough; ways of writing are equally likely, and in
 * lower case. Of two numbers with a slash between, the first one is the month.
 */
record DateTranslation() implements Task {
    private static final List<DateTimeFormatter> WAYS = List.of(
            way("d MMM yyyy"),
            way("d MMMM yyyy"),
            way("MMMM d, yyyy"),
            way("MMM d yyyy"),
            way("EEEE, d MMMM yyyy"),
            way("EEE d MMM yy"),
            way("MMMM d yy"),
            way("M/d/yy"),
            way("MM/dd/yyyy"),
            way("dd.MM.yyyy"),
            way("yyyy, d MMMM"));
    private static final Vocabulary READ = Sequences.letters("abcdefghijklmnopqrstuvwxyz0123456789 ,./");
    private static final Vocabulary SAID = Sequences.lettersWithEnd("0123456789-");
    private static final long FIRST = LocalDate.of(1950, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(2049, 12, 31).toEpochDay();

    private static DateTimeFormatter way(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    @Override
    public Encoding encoding() {
        return Encoding.pairs(new Encoding.Source(new Feature.Symbols(READ), true), SAID);
    }

    @Override
    public boolean isFinite() {
        return true;
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        LocalDate date = LocalDate.ofEpochDay(FIRST + random.nextInt((int) (LAST - FIRST + 1)));
        String written = Sequences.choose(random, WAYS).format(date).toLowerCase(Locale.ROOT);
        return Sequences.pair(READ, written, SAID, date.toString());
    }

    /** Makes it available as {@code dateTranslation}. */
    public static final class Provider implements TaskProvider {
        @Override
        public String type() {
            return "dateTranslation";
        }

        @Override
        public String summary() {
            return "Dates as people write them, to be written as machines do.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Task create(Config config) {
            return new DateTranslation();
        }
    }
}
