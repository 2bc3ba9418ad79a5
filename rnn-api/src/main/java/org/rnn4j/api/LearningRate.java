package org.rnn4j.api;

import java.util.List;

/**
 * The option {@code learningRate}, which every optimizer declares and none reads.
 *
 * <p>An optimizer knows the usual value; whoever trains reads it with {@link #of}, lets a schedule change it, and gives it
 * back to the equations as {@link Update#learningRate()}.
 */
public final class LearningRate {
    private static final String NAME = "learningRate";
    private static final Option<Double> WITHOUT_DEFAULT =
            Option.number(NAME, "learning rate η, before the schedule").above(0);

    private LearningRate() {}

    /** The option, with the value that is usual for an optimizer. */
    public static Option<Double> option(double usual) {
        return WITHOUT_DEFAULT.orElse(usual);
    }

    /**
     * The learning rate in the options of an optimizer.
     *
     * @param provider the optimizer's; must declare {@link #option}
     * @param config of the same optimizer
     */
    @SuppressWarnings("unchecked") // the name and kind say that it is the option made above
    public static double of(Provider<Optimizer> provider, Config config) {
        List<Option<?>> options = provider.options();
        for (Option<?> option : options) {
            if (option.name().equals(NAME) && option.kind() == Option.Kind.NUMBER) {
                return config.get((Option<Double>) option);
            }
        }
        throw new ConfigException(ErrorMessage.of("The optimizer '" + provider.type() + "' declares no learning rate")
                .fact("options", options)
                .fix("add LearningRate.option(usual value) to the options of "
                        + provider.getClass().getName())
                .toString());
    }
}
