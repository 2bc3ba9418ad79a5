package org.rnn4j.api;

/**
 * A balanced binary tree whose leaves are classes: to say one of n takes about log2 n decisions, and there are n - 1 in all.
 *
 * <p>Levels have 1, …, n nodes, each half as many as the next, rounded up. The left children of a level's nodes come first on
 * the next level, in order, then the right ones of those that have two. A node with one child takes no decision. Decisions are
 * numbered level by level. Immutable.
 */
public final class ClassTree {
    private final int[] nodes;
    private final int[] offsets;

    private ClassTree(int classes) {
        int levels = Integer.SIZE - Integer.numberOfLeadingZeros(classes - 1);
        nodes = new int[levels + 1];
        nodes[levels] = classes;
        for (int level = levels - 1; level >= 0; level--) nodes[level] = (nodes[level + 1] + 1) / 2;
        offsets = new int[levels];
        for (int level = 1; level < levels; level++) offsets[level] = offsets[level - 1] + decisions(level - 1);
    }

    /**
     * The tree of some classes.
     *
     * @throws ShapeException if there are fewer than two
     */
    public static ClassTree of(int classes) {
        if (classes >= 2) return new ClassTree(classes);
        throw new ShapeException(ErrorMessage.of("A tree of " + classes + " classes")
                .fix("give it at least 2")
                .toString());
    }

    /** Number of levels above the classes. */
    public int levels() {
        return offsets.length;
    }

    /** Number of nodes on a level; on the last one, {@link #levels}, the classes. */
    public int nodes(int level) {
        return nodes[level];
    }

    /** Number of decisions on a level: its first nodes have two children. */
    public int decisions(int level) {
        return nodes[level + 1] - nodes[level];
    }

    /** The number of a level's first decision. */
    public int offset(int level) {
        return offsets[level];
    }

    /** The decisions on the way to a class, from the class to the root: d for left at decision d, {@code ~d} for right. */
    public int[] path(int each) {
        int[] path = new int[levels()];
        int count = 0;
        int at = each;
        for (int level = levels() - 1; level >= 0; level--) {
            boolean right = at >= nodes[level];
            int node = right ? at - nodes[level] : at;
            if (node < decisions(level)) path[count++] = right ? ~(offsets[level] + node) : offsets[level] + node;
            at = node;
        }
        return java.util.Arrays.copyOf(path, count);
    }
}
