package org.rnn4j.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rnn4j.api.expr.DropoutMask;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.trace.StepGraph;

/** Prints a plan as text: the storage, then the work of every phase. */
final class PlanText {
    private final Draft draft;
    private final StringBuilder text = new StringBuilder();

    private PlanText(Draft draft) {
        this.draft = draft;
    }

    static String of(Draft draft) {
        return new PlanText(draft).print();
    }

    private String print() {
        for (Phase phase : Phase.values()) {
            List<Work> work =
                    draft.work().stream().filter(w -> w.phase() == phase).toList();
            boolean gradients = phase == Phase.AFTER && !draft.gradients().isEmpty();
            if (work.isEmpty() && !gradients) continue;
            text.append(phase.name().toLowerCase(Locale.ROOT))
                    .append(heading(phase))
                    .append('\n');
            work.forEach(this::print);
            if (gradients) draft.gradients().forEach(this::print);
        }
        if (!draft.slots().isEmpty()) text.append("storage\n").append(storage());
        return text.toString();
    }

    private String heading(Phase phase) {
        if (phase != Phase.LOOP) return "";
        return draft.graph().states().stream()
                .map(s -> before(s) + " ← " + draft.root(s.next()).name())
                .collect(Collectors.joining(", ", " over time, ", ""));
    }

    private String before(StepGraph.State state) {
        Item read = draft.roots().get(state.previous());
        return read == null ? state.name() : read.name();
    }

    private void print(Work work) {
        if (work instanceof Work.Single single) {
            line("  ", single.item(), definition(single.item()));
            return;
        }
        Work.Fused fused = (Work.Fused) work;
        text.append(fused.panels() == 1 ? "  in one panel\n" : "  in each of " + fused.panels() + " panels\n");
        for (List<Item> merged : fused.linears()) printLinears(merged);
        for (Item item : fused.points()) {
            if (!fused.isOnTheWay(item)) line("    ", item, point(fused.op(item), names(fused.reads(item))));
        }
    }

    private void printLinears(List<Item> merged) {
        for (Item item : merged) {
            String sign = merged.size() == 1 ? "    " : item == merged.get(0) ? "  ┌ " : "  │ ";
            if (merged.size() > 1 && item == merged.get(merged.size() - 1)) sign = "  └ ";
            line(sign, item, definition(item));
        }
    }

    private void line(String indent, Item item, String definition) {
        Place place = draft.places().getOrDefault(item, Place.OUTSIDE);
        String where = place.isOutside() ? "" : "  @" + place.slot() + (place.panel() == 0 ? "" : "+" + place.panel());
        text.append(indent)
                .append(item.name())
                .append('[')
                .append(item.size())
                .append(']')
                .append(where);
        text.append(" = ").append(definition).append('\n');
    }

    private void print(Draft.GradientWork work) {
        text.append("  gradient ")
                .append(local(work.parameter()))
                .append(" += Σ ")
                .append(work.output().name());
        work.input().ifPresent(x -> text.append(x.isIds() ? " at " : " ⊗ ").append(x.name()));
        if (work.transposed()) text.append(", transposed");
        text.append('\n');
    }

    private String definition(Item item) {
        List<String> operands = names(item.operands());
        return switch (item.kind()) {
            case LINEAR -> linear(item);
            case POINT -> point(item.op(), operands);
            case MASK -> "mask, rate " + item.origin().detail(DropoutMask.class).rate();
            case COPY ->
                item.origin().operation() == Operation.SLICE
                        ? slice(item, operands.get(0))
                        : "concat(" + String.join(", ", operands) + ")";
            case ROW, SEGMENT -> item.origin().operation().word() + "(" + String.join(", ", operands) + ")";
            case GIVEN, UNIFORM -> item.name();
        };
    }

    private String linear(Item item) {
        List<String> parts = new ArrayList<>();
        item.base().ifPresent(b -> parts.add(b.name() + " here"));
        for (Item.Term term : item.terms()) {
            String sign = term.operand().isIds() ? " at " : " ";
            parts.add(local(term.matrix().parameter())
                    + (term.matrix().transposed() ? "ᵀ" : "")
                    + sign
                    + term.operand().name());
        }
        item.bias().ifPresent(b -> parts.add(local(b)));
        return String.join(" + ", parts);
    }

    private static List<String> names(List<Item> items) {
        return items.stream().map(Item::name).toList();
    }

    private static String point(PointOp op, List<String> operands) {
        String a = operands.get(0);
        return switch (op) {
            case COPY -> a;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> a + " " + op.word() + " " + operands.get(1);
            case NEGATE -> "-" + a;
            case ONE_MINUS -> "1 - " + a;
            case MULTIPLY_ADD -> a + " ∘ " + operands.get(1) + " + " + operands.get(2);
            case MULTIPLY_SUBTRACT_FROM -> operands.get(2) + " - " + a + " ∘ " + operands.get(1);
            case SIGMOID_GRADIENT_OF_PRODUCT, TANH_GRADIENT_OF_PRODUCT ->
                op.word() + "(" + a + " ∘ " + operands.get(1) + ", " + operands.get(2) + ")";
            default -> op.word() + "(" + String.join(", ", operands) + ")";
        };
    }

    private static String slice(Item item, String operand) {
        int start = item.origin().detail(Integer.class);
        return operand + "[" + start + ".." + (start + item.size() - 1) + "]";
    }

    private String local(Parameter parameter) {
        return draft.graph().localName(parameter);
    }

    private String storage() {
        return draft.slots().stream()
                .map(s -> "  @" + s.index() + "  " + s.panels() + (s.panels() == 1 ? " panel" : " panels") + ", "
                        + rows(s) + owner(s))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String owner(Slot slot) {
        if (slot.owner() instanceof Slot.Forward forward) return ": the forward pass's @" + forward.slot();
        return slot.isOwn() ? "" : ": the gradient of the output";
    }

    private static String rows(Slot slot) {
        if (!slot.axis().isEmpty()) {
            return "a row for every position of " + slot.axis()
                    + (slot.rows() == Slot.Rows.SEQUENCE ? " at every active step" : "");
        }
        return switch (slot.rows()) {
            case SEQUENCE -> "a row for every active step";
            case STEP -> "a row for every example";
            case ONE -> "one row";
        };
    }
}
