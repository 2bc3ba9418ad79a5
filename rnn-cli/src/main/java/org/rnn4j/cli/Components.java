package org.rnn4j.cli;

import java.util.List;
import org.rnn4j.api.Initializer;
import org.rnn4j.core.component.clip.Clip;
import org.rnn4j.core.component.clip.ClipProvider;
import org.rnn4j.core.component.initializer.InitializerProvider;
import org.rnn4j.core.component.schedule.Schedule;
import org.rnn4j.core.component.schedule.ScheduleProvider;
import org.rnn4j.core.config.Family;
import org.rnn4j.core.config.Registry;

/** The components on the class path. */
final class Components {
    private static final List<Family<?>> FAMILIES = List.of(
            new Family<>("initializer", Initializer.class, InitializerProvider.class),
            new Family<>("schedule", Schedule.class, ScheduleProvider.class),
            new Family<>("clip", Clip.class, ClipProvider.class));

    private Components() {}

    static Registry registry() {
        return Registry.load(FAMILIES);
    }
}
