package org.rnn4j.core.run;

import java.util.Locale;
import java.util.Map;
import org.rnn4j.core.io.TrainedModel;
import org.rnn4j.core.train.TrainingResult;

/** The last words of a run. */
final class Summary {
    private Summary() {}

    static String of(TrainingResult result, TrainedModel model, Map<String, Double> test, RunFolder folder) {
        StringBuilder text = new StringBuilder(
                switch (result.reason()) {
                    case ALL_EPOCHS -> "All epochs are done";
                    case EARLY_STOPPING -> "Stopped early: the validation no longer gets better";
                    case STOPPED -> "Stopped; --resume goes on from here";
                });
        result.best()
                .ifPresent(best -> text.append(String.format(
                        Locale.ROOT,
                        "%nbest validation: %s %.4f in epoch %d",
                        model.experiment().validation(model.encoding()).monitor(),
                        best.value(),
                        best.epoch())));
        if (!test.isEmpty()) {
            text.append(String.format("%ntest:"));
            test.forEach((name, value) -> text.append(String.format(Locale.ROOT, " %s %.4f", name, value)));
        }
        text.append(String.format("%nmodel: %s", folder.model()));
        text.append(String.format("%nreport: %s", folder.report()));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
