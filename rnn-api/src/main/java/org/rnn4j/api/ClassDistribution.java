package org.rnn4j.api;

import java.util.Arrays;

/** How probable classes are, as {@link Loss.Candidates} are drawn. */
@FunctionalInterface
public interface ClassDistribution {
    /** All the same. */
    ClassDistribution UNIFORM = classes -> {
        double[] weights = new double[classes];
        Arrays.fill(weights, 1);
        return weights;
    };

    /** log((k + 2) / (k + 1)) for the class k: for classes by falling frequency, as words of a vocabulary are. */
    ClassDistribution LOG_UNIFORM = classes -> {
        double[] weights = new double[classes];
        for (int k = 0; k < classes; k++) weights[k] = Math.log1p(1.0 / (k + 1));
        return weights;
    };

    /**
     * How probable each class is, in any unit: what counts is their ratio.
     *
     * @param classes number of classes
     * @return so many numbers, finite and above 0: a class that is never drawn could not be the right one either
     */
    double[] weights(int classes);

    /** A given weight for each class; for another number of classes it is refused where the network is made. */
    static ClassDistribution of(double... weights) {
        double[] own = weights.clone();
        return classes -> own.clone();
    }

    /**
     * max(count, 1)^power for each class: by how often classes are met. A power below 1 draws rare ones more often.
     *
     * @param counts of the classes in the data
     * @param power 1 for the counts as they are, 0 for all the same
     */
    static ClassDistribution unigram(long[] counts, double power) {
        return of(Arrays.stream(counts)
                .mapToDouble(count -> Math.pow(Math.max(count, 1), power))
                .toArray());
    }
}
