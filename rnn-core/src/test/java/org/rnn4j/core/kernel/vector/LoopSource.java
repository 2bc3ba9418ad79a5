package org.rnn4j.core.kernel.vector;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes the source of the elementwise loops that are one expression of the Vector API each. */
final class LoopSource {
    static final String UNARY_CLASS = "UnaryLoops";
    static final String BINARY_CLASS = "BinaryLoops";
    static final String BINARY_SCALAR_CLASS = "BinaryScalarLoops";
    static final String BINARY_ROW_CLASS = "BinaryRowLoops";
    static final String TERNARY_CLASS = "TernaryLoops";

    private static final String INDENT = "    ";
    private static final int LINE_LENGTH = 120;

    private final StringBuilder out = new StringBuilder();

    private LoopSource() {}

    private static Map<String, String> unaryExpressions() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("NEGATE", "a.neg()");
        map.put("ABS", "a.abs()");
        map.put("SQUARE", "a.mul(a)");
        map.put("SQRT", "a.sqrt()");
        map.put("RECIPROCAL", "one.div(a)");
        map.put("ONE_MINUS", "one.sub(a)");
        map.put("RELU", "a.blend(0f, a.compare(VectorOperators.LE, 0f))");
        return map;
    }

    private static Map<String, String> binaryExpressions() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("ADD", "a.add(b)");
        map.put("SUBTRACT", "a.sub(b)");
        map.put("SUBTRACT_FROM", "b.sub(a)");
        map.put("MULTIPLY", "a.mul(b)");
        map.put("DIVIDE", "a.div(b)");
        map.put("DIVIDE_INTO", "b.div(a)");
        map.put("MAXIMUM", "a.max(b)");
        map.put("MINIMUM", "a.min(b)");
        map.put("GREATER", "zero.blend(1f, a.compare(VectorOperators.GT, b))");
        map.put("SIGMOID_GRADIENT", "a.mul(b.mul(one.sub(b)))");
        map.put("TANH_GRADIENT", "a.mul(b.neg().fma(b, one))");
        map.put("RELU_GRADIENT", "zero.blend(a, b.compare(VectorOperators.GT, 0f))");
        return map;
    }

    private static Map<String, String> ternaryExpressions() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("SELECT", "c.blend(b, a.compare(VectorOperators.GT, 0f))");
        map.put("MULTIPLY_ADD", "a.fma(b, c)");
        map.put("MULTIPLY_SUBTRACT_FROM", "a.neg().fma(b, c)");
        map.put("SIGMOID_GRADIENT_OF_PRODUCT", "a.mul(b).mul(c.mul(one.sub(c)))");
        map.put("TANH_GRADIENT_OF_PRODUCT", "a.mul(b).mul(c.neg().fma(c, one))");
        return map;
    }

    static String unary() {
        LoopSource source = new LoopSource();
        Map<String, String> loops = unaryExpressions();
        source.head(UNARY_CLASS, "functions of one array", loops);
        loops.forEach((op, expression) -> {
            source.method(op, expression, "float[] as, int aAt, float[] out, int outAt, int n");
            source.loop(2, "i = 0; i < n; i += LANES.length()", expression, "a");
            source.panels(op, "a");
        });
        return source.line(0, "}").out.toString();
    }

    static String binary() {
        LoopSource source = new LoopSource();
        Map<String, String> loops = binaryExpressions();
        source.head(BINARY_CLASS, "functions of two arrays", loops);
        loops.forEach((op, expression) -> {
            source.method(op, expression, "float[] as, int aAt, float[] bs, int bAt, float[] out, int outAt, int n");
            source.loop(2, "i = 0; i < n; i += LANES.length()", expression, "a", "b");
            source.panels(op, "a", "b");
        });
        return source.line(0, "}").out.toString();
    }

    static String binaryScalar() {
        LoopSource source = new LoopSource();
        Map<String, String> loops = binaryExpressions();
        source.head(BINARY_SCALAR_CLASS, "functions of an array and a number", loops);
        loops.forEach((op, expression) -> {
            source.method(op, expression, "float[] as, int aAt, float scalar, float[] out, int outAt, int n");
            source.line(2, "FloatVector b = FloatVector.broadcast(LANES, scalar);");
            source.loop(2, "i = 0; i < n; i += LANES.length()", expression, "a");
            source.panels(op, "a", "scalar");
        });
        return source.line(0, "}").out.toString();
    }

    static String binaryRow() {
        LoopSource source = new LoopSource();
        Map<String, String> loops = binaryExpressions();
        source.head(BINARY_ROW_CLASS, "functions of an array and 16 numbers that repeat", loops);
        loops.forEach((op, expression) -> {
            source.method(op, expression, "float[] as, int aAt, float[] bs, int bAt, float[] out, int outAt, int n");
            source.line(2, "for (int lane = 0; lane < 16; lane += LANES.length()) {");
            source.line(3, "FloatVector b = FloatVector.fromArray(LANES, bs, bAt + lane);");
            source.loop(3, "i = lane; i < n; i += 16", expression, "a");
            source.panels(op, "a", "b");
        });
        return source.line(0, "}").out.toString();
    }

    static String ternary() {
        LoopSource source = new LoopSource();
        Map<String, String> loops = ternaryExpressions();
        source.head(TERNARY_CLASS, "functions of three arrays", loops);
        loops.forEach((op, expression) -> {
            source.method(
                    op,
                    expression,
                    "float[] as, int aAt, float[] bs, int bAt, float[] cs, int cAt, float[] out, int outAt, int n");
            source.loop(2, "i = 0; i < n; i += LANES.length()", expression, "a", "b", "c");
            source.panels(op, "a", "b", "c");
        });
        return source.line(0, "}").out.toString();
    }

    private void head(String className, String what, Map<String, String> loops) {
        line(0, "package org.rnn4j.core.kernel.vector;");
        line(0, "");
        line(0, "import jdk.incubator.vector.FloatVector;");
        if (loops.values().stream().anyMatch(e -> e.contains("VectorOperators"))) {
            line(0, "import jdk.incubator.vector.VectorOperators;");
        }
        line(0, "import jdk.incubator.vector.VectorSpecies;");
        line(0, "import org.rnn4j.core.kernel.Panels;");
        line(0, "");
        line(0, "/**");
        line(0, " * Elementwise " + what + ", over a whole number of registers.");
        line(0, " *");
        line(0, " * <p>Written by {@code LoopSource}, among the tests, which compare this file with what it writes.");
        line(0, " */");
        line(0, "final class " + className + " {");
        line(1, "private static final VectorSpecies<Float> LANES = VectorWidth.LANES;");
        line(0, "");
        line(1, "private " + className + "() {}");
    }

    private void method(String op, String expression, String parameters) {
        line(0, "");
        String name = "static void " + methodName(op) + "(";
        if (INDENT.length() + name.length() + parameters.length() + ") {".length() <= LINE_LENGTH) {
            line(1, name + parameters + ") {");
        } else {
            line(1, name);
            line(3, parameters + ") {");
        }
        if (expression.contains("one")) {
            line(2, "FloatVector one = FloatVector.broadcast(LANES, 1f);");
        }
        if (expression.contains("zero.")) {
            line(2, "FloatVector zero = FloatVector.zero(LANES);");
        }
    }

    private void loop(int depth, String head, String expression, String... arrays) {
        line(depth, "for (int " + head + ") {");
        for (String array : arrays) {
            String place = array + "At + i";
            line(depth + 1, "FloatVector " + array + " = FloatVector.fromArray(LANES, " + array + "s, " + place + ");");
        }
        line(depth + 1, "FloatVector result = " + expression + ";");
        line(depth + 1, "result.intoArray(out, outAt + i);");
        for (int closing = depth; closing > 0; closing--) {
            line(closing, "}");
        }
    }

    /** The same function of several panels. */
    private void panels(String op, String... operands) {
        StringBuilder parameters = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        for (String operand : operands) {
            boolean number = operand.equals("scalar");
            parameters.append(number ? "float scalar, " : "Panels " + operand + ", ");
            arguments.append(number ? "scalar, " : operand + ".array, " + operand + ".panel(p), ");
        }
        line(0, "");
        line(1, "static void " + methodName(op) + "(" + parameters + "Panels out, int panels, int n) {");
        line(2, "for (int p = 0; p < panels; p++) {");
        String call = methodName(op) + "(";
        String rest = arguments + "out.array, out.panel(p), n);";
        if (3 * INDENT.length() + call.length() + rest.length() <= LINE_LENGTH) {
            line(3, call + rest);
        } else {
            line(3, call).line(5, rest);
        }
        line(2, "}");
        line(1, "}");
    }

    static String methodName(String op) {
        String[] words = op.toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }

    private LoopSource line(int depth, String text) {
        out.append(text.isEmpty() ? "" : INDENT.repeat(depth)).append(text).append('\n');
        return this;
    }
}
