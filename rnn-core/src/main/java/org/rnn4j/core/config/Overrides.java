package org.rnn4j.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.config.ConfigNode.ListNode;
import org.rnn4j.core.config.ConfigNode.Member;
import org.rnn4j.core.config.ConfigNode.ObjectNode;
import org.rnn4j.core.config.ConfigNode.TextNode;

/**
 * Sets values of a configuration from the command line: {@code --set model.layers[0].cell.hiddenSize=128}.
 *
 * <p>A value is read as JSON; what is not JSON is a text, so quotes are seldom needed: {@code --set data.file=names.txt}.
 * Keys are added where they are missing, and objects around them; elements of lists must exist.
 */
public final class Overrides {
    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]=]+)|\\[(\\d{1,9})\\]");

    /** A key, or an index if it is not negative. */
    private record Step(String key, int index) {}

    private final String written;
    private final List<Step> steps;
    private final String valueText;

    private Overrides(String written, List<Step> steps, String valueText) {
        this.written = written;
        this.steps = steps;
        this.valueText = valueText;
    }

    /**
     * Returns a tree with the values set, one after the other.
     *
     * @param overrides each {@code path=value}
     * @throws ConfigException if a path is not well formed or leads through something that is not there
     */
    public static ConfigNode apply(ConfigNode root, List<String> overrides) {
        ConfigNode node = root;
        for (String override : overrides) node = parse(override).set(node, 0);
        return node;
    }

    private static Overrides parse(String override) {
        int equals = override.indexOf('=');
        if (equals < 0) throw malformed(override, "no '='");
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(override).region(0, equals);
        while (step.lookingAt()) {
            boolean wrongStart = steps.isEmpty() && (step.group(1) == null || override.startsWith("."));
            if (wrongStart || (!steps.isEmpty() && step.group(1) != null && override.charAt(step.start()) != '.'))
                break;
            steps.add(
                    step.group(1) != null
                            ? new Step(step.group(1), -1)
                            : new Step("", Integer.parseInt(step.group(2))));
            step.region(step.end(), equals);
        }
        if (steps.isEmpty() || step.regionStart() < equals) {
            throw malformed(override, "no path: " + JsonWriter.quote(override.substring(0, equals)));
        }
        return new Overrides(override, steps, override.substring(equals + 1));
    }

    private ConfigNode set(ConfigNode node, int depth) {
        Step step = steps.get(depth);
        return step.index() < 0 ? setMember(node, depth, step.key()) : setElement(node, depth, step.index());
    }

    private ConfigNode setMember(ConfigNode node, int depth, String key) {
        if (!(node instanceof ObjectNode object)) throw misled(node, "an object", "a key '" + key + "'");
        Place place = overridden(object.place()).member(key);
        Map<String, Member> members = new LinkedHashMap<>(object.members());
        Member old = members.get(key);
        ConfigNode inner = old == null ? new ObjectNode(place, Map.of()) : old.value();
        members.put(key, new Member(place, isLast(depth) ? value(place) : set(inner, depth + 1)));
        return new ObjectNode(object.place(), members);
    }

    private ConfigNode setElement(ConfigNode node, int depth, int index) {
        if (!(node instanceof ListNode list)) throw misled(node, "a list", "an element [" + index + "]");
        int size = list.elements().size();
        if (index >= size) {
            throw new ConfigException(ErrorMessage.of("No element [" + index + "] at " + list.place())
                    .fact("set", written)
                    .fact("elements", size == 0 ? "none" : size == 1 ? "[0]" : "[0] to [" + (size - 1) + "]")
                    .fix("name an element that is there")
                    .toString());
        }
        List<ConfigNode> elements = new ArrayList<>(list.elements());
        Place place = overridden(list.place()).element(index);
        elements.set(index, isLast(depth) ? value(place) : set(elements.get(index), depth + 1));
        return new ListNode(list.place(), elements);
    }

    private boolean isLast(int depth) {
        return depth == steps.size() - 1;
    }

    private ConfigNode value(Place place) {
        String text = valueText.strip();
        boolean meantAsJson = text.startsWith("{") || text.startsWith("[") || text.startsWith("\"");
        try {
            return ConfigText.parse(text, place);
        } catch (ConfigException e) {
            if (meantAsJson) throw e;
            return new TextNode(place, valueText, false);
        }
    }

    private static Place overridden(Place place) {
        return new Place(place.source().override(), 0, 0, place.path());
    }

    private ConfigException misled(ConfigNode node, String wanted, String step) {
        return new ConfigException(ErrorMessage.of("Not " + wanted + ", so without " + step + ": " + node.place())
                .fact("set", written)
                .fact("found", node.describe())
                .fix("correct the path, or set the whole value as JSON")
                .toString());
    }

    private static ConfigException malformed(String override, String problem) {
        return new ConfigException(ErrorMessage.of("Cannot set '" + override + "': " + problem)
                .fix("write it like model.layers[0].cell.hiddenSize=128")
                .toString());
    }
}
