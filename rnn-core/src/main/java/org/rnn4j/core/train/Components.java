package org.rnn4j.core.train;

import java.util.List;
import org.rnn4j.api.Initializer;
import org.rnn4j.core.component.clip.Clip;
import org.rnn4j.core.component.clip.ClipProvider;
import org.rnn4j.core.component.initializer.InitializerProvider;
import org.rnn4j.core.component.schedule.Schedule;
import org.rnn4j.core.component.schedule.ScheduleProvider;
import org.rnn4j.core.config.Family;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.data.DatasetProvider;
import org.rnn4j.core.data.synthetic.Task;
import org.rnn4j.core.model.Model;

/** All that a configuration can name. */
public final class Components {
    /** The families besides those of rnn-api. */
    public static final List<Family<?>> FAMILIES = List.of(
            new Family<>("initializer", Initializer.class, InitializerProvider.class),
            new Family<>("schedule", Schedule.class, ScheduleProvider.class),
            new Family<>("clip", Clip.class, ClipProvider.class),
            DatasetProvider.FAMILY,
            Task.FAMILY,
            Model.FAMILY,
            Metric.FAMILY);

    private Components() {}

    /** The components on the class path. */
    public static Registry registry() {
        return Registry.load(FAMILIES);
    }
}
