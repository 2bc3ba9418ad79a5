package org.rnn4j.cli.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Measures how long a piece of work takes, once the JIT has settled.
 *
 * @param seconds of measuring, after the warm-up
 */
public record Stopwatch(double seconds) {
    // Implementation note. Warm-up ends when several windows in a row brought no better median than the best window
    // before them. It lasts two seconds at least, because code may run at one slow speed for a second while it is being
    // compiled. A window that is slow because the machine is busy only makes the warm-up longer.
    private static final double WINDOW_SECONDS = 0.25;
    private static final int WINDOW_RUNS = 3;
    private static final int WINDOWS_WITHOUT_GAIN = 4;
    private static final double GAIN = 0.98;
    private static final double SHORTEST_WARM_UP = 2;
    private static final double LONGEST_WARM_UP = 12;
    // A short measurement wants a rough number soon.
    private static final double MOST_OF_MEASURING = 8;
    private static final int FEWEST_RUNS = 3;
    private static final int FEWEST_PAIRS = 15;

    /**
     * What was found.
     *
     * @param seconds the median of a run
     * @param runs that were measured
     * @param warmUpSeconds that it took to get there
     */
    public record Reading(double seconds, int runs, double warmUpSeconds) {}

    /** Measures work. */
    public Reading measure(Runnable work) {
        return measure(List.of(work)).get(0);
    }

    /** Measures pieces of work in turn, so that what slows the machine down slows down all of them. */
    public List<Reading> measure(List<Runnable> works) {
        List<Double> warmUps = works.stream().map(this::warmUp).toList();
        List<List<Double>> times = new ArrayList<>();
        works.forEach(work -> times.add(new ArrayList<>()));
        double end = now() + seconds * works.size();
        while (now() < end || times.get(0).size() < FEWEST_RUNS) {
            for (int k = 0; k < works.size(); k++) times.get(k).add(time(works.get(k)));
        }
        List<Reading> readings = new ArrayList<>();
        for (int k = 0; k < works.size(); k++) {
            readings.add(new Reading(median(times.get(k)), times.get(k).size(), warmUps.get(k)));
        }
        return readings;
    }

    /**
     * Two pieces of work side by side.
     *
     * @param seconds the median of a run of the first
     * @param ratio the median of the ratios of a run of the first to the run of the second beside it
     * @param count of pairs
     */
    public record Pairs(double seconds, double ratio, int count) {}

    /** Measures pairs of runs, each work first as often as the other. */
    public Pairs pairs(Runnable work, Runnable other) {
        warmUp(work);
        warmUp(other);
        List<Double> times = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        double end = now() + 2 * seconds;
        while (now() < end || ratios.size() < FEWEST_PAIRS) {
            boolean otherFirst = ratios.size() % 2 == 1;
            double before = otherFirst ? time(other) : 0;
            double mine = time(work);
            times.add(mine);
            ratios.add(mine / (otherFirst ? before : time(other)));
        }
        return new Pairs(median(times), median(ratios), ratios.size());
    }

    /** Runs work until it gets no faster; returns the seconds that this took. */
    public double warmUp(Runnable work) {
        double begun = now();
        double best = Double.MAX_VALUE;
        int without = 0;
        double longest = Math.min(LONGEST_WARM_UP, MOST_OF_MEASURING * seconds);
        double shortest = Math.min(SHORTEST_WARM_UP, longest);
        while (now() - begun < shortest || without < WINDOWS_WITHOUT_GAIN && now() - begun < longest) {
            double median = window(work);
            without = median < best * GAIN ? 0 : without + 1;
            best = Math.min(best, median);
        }
        return now() - begun;
    }

    private double window(Runnable work) {
        List<Double> times = new ArrayList<>();
        double end = now() + Math.min(WINDOW_SECONDS, seconds);
        while (now() < end || times.size() < WINDOW_RUNS) times.add(time(work));
        return median(times);
    }

    private static double time(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double now() {
        return System.nanoTime() / 1e9;
    }

    private static double median(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
