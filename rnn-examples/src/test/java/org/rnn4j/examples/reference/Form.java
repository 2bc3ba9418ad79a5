package org.rnn4j.examples.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The forms of fixture files, known by what is in them. */
enum Form {
    /** Recurrent networks of PyTorch, forward and backward. */
    TORCH_RECURRENT,
    /** Cells, losses, optimizers and other parts of PyTorch. */
    TORCH_PARTS,
    /** Training runs of PyTorch. */
    TORCH_TRAINING,
    /** Layers of Keras, forward and backward. */
    KERAS_ORACLE,
    /** Constants in the tests of Keras. */
    KERAS_PUBLISHED,
    /** Results printed in the exercises of a course. */
    COURSE,
    /** The loss curve of a long training run, for comparing by statistics: it has no cases. */
    LOSS_CURVE;

    /** The sections of a file of parts; all but the cells are checked by the tests of rnn-core. */
    static final List<String> PARTS =
            List.of("cells", "losses", "optimizers", "clipping", "schedulers", "activations", "layer_norm");

    /** The form of a file. */
    static Form of(String file, JsonNode root) {
        JsonNode first = root.path("cases").path(0);
        if (first.has("module")) return TORCH_RECURRENT;
        if (first.has("checks")) return COURSE;
        if (first.has("weights")) return KERAS_ORACLE;
        if (first.has("kernel")) return KERAS_PUBLISHED;
        if (root.path("runs").path(0).has("grad_norms_before_clip")) return TORCH_TRAINING;
        if (root.has("log") && root.has("recipe")) return LOSS_CURVE;
        if (PARTS.stream().anyMatch(root::has)) return TORCH_PARTS;
        throw new AssertionError("No test knows the form of " + file + ", or it has no cases");
    }

    /** The cases in a file of this form. */
    List<JsonNode> cases(JsonNode root) {
        List<JsonNode> cases = new ArrayList<>();
        switch (this) {
            case TORCH_RECURRENT, KERAS_ORACLE, KERAS_PUBLISHED, COURSE ->
                root.get("cases").forEach(cases::add);
            case TORCH_TRAINING -> root.get("runs").forEach(cases::add);
            case TORCH_PARTS -> root.path("cells").forEach(cases::add);
            case LOSS_CURVE -> {}
        }
        return cases;
    }
}
