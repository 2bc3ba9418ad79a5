package org.rnn4j.core.component.schedule;

import static org.rnn4j.core.component.schedule.ScheduleOptions.COOLDOWN;
import static org.rnn4j.core.component.schedule.ScheduleOptions.MINIMUM;
import static org.rnn4j.core.component.schedule.ScheduleOptions.MODE;
import static org.rnn4j.core.component.schedule.ScheduleOptions.PATIENCE;
import static org.rnn4j.core.component.schedule.ScheduleOptions.PLATEAU_FACTOR;
import static org.rnn4j.core.component.schedule.ScheduleOptions.THRESHOLD;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes {@link Plateau} available as {@code plateau}. */
public final class PlateauProvider implements ScheduleProvider {
    @Override
    public String type() {
        return "plateau";
    }

    @Override
    public String summary() {
        return "Falls when a metric of the validation data no longer improves.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(MODE, PLATEAU_FACTOR, PATIENCE, THRESHOLD, COOLDOWN, MINIMUM);
    }

    @Override
    public Schedule create(Config config) {
        return Plateau.of()
                .withMode(config.get(MODE))
                .withFactor(config.get(PLATEAU_FACTOR))
                .withPatience(config.get(PATIENCE))
                .withThreshold(config.get(THRESHOLD))
                .withCooldown(config.get(COOLDOWN))
                .withMinimum(config.get(MINIMUM));
    }
}
