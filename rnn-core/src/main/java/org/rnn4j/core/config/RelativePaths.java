package org.rnn4j.core.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.rnn4j.core.config.ConfigNode.ListNode;
import org.rnn4j.core.config.ConfigNode.Member;
import org.rnn4j.core.config.ConfigNode.ObjectNode;
import org.rnn4j.core.config.ConfigNode.TextNode;

/** Rewrites relative paths for a configuration that moves to another folder. */
final class RelativePaths {
    private RelativePaths() {}

    static ConfigNode from(Path folder, ConfigNode node) {
        if (node instanceof ObjectNode object) {
            Map<String, Member> members = new LinkedHashMap<>();
            object.members().forEach((key, m) -> members.put(key, new Member(m.key(), from(folder, m.value()))));
            return new ObjectNode(object.place(), members);
        }
        if (node instanceof ListNode list) {
            return new ListNode(
                    list.place(),
                    list.elements().stream().map(e -> from(folder, e)).toList());
        }
        if (node instanceof TextNode text
                && text.isPath()
                && !Path.of(text.text()).isAbsolute()) {
            Source moved = new Source(text.place().source().name(), folder);
            Place place = new Place(
                    moved,
                    text.place().line(),
                    text.place().column(),
                    text.place().path());
            return new TextNode(place, relative(folder, text), true);
        }
        return node;
    }

    private static String relative(Path folder, TextNode text) {
        Path from = folder.toAbsolutePath().normalize();
        Path target = text.place()
                .source()
                .folder()
                .resolve(text.text())
                .toAbsolutePath()
                .normalize();
        // Another drive has no relative way.
        Path way = Objects.equals(from.getRoot(), target.getRoot()) ? from.relativize(target) : target;
        String written = way.toString().replace(way.getFileSystem().getSeparator(), "/");
        return written.isEmpty() ? "." : written;
    }
}
