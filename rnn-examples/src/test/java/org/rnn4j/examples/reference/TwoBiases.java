package org.rnn4j.examples.reference;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;

/**
 * A cell with two biases where it has one, as PyTorch has it: b_i becomes b_i + b_hi.
 *
 * <p>For values and gradients one bias is as good as two; but under an optimizer each of two moves by itself, so that their
 * sum moves twice as far.
 */
final class TwoBiases implements Cell {
    private final Cell cell;

    TwoBiases(Cell cell) {
        this.cell = cell;
    }

    /** The name of the second bias. */
    static String second(String bias) {
        return bias.replaceFirst("b_", "b_h");
    }

    @Override
    public void step(Step t) {
        cell.step((Step) Proxy.newProxyInstance(
                Step.class.getClassLoader(), new Class<?>[] {Step.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(t, arguments);
                        boolean affine = method.getName().equals("affine") && ((Node[]) arguments[2]).length > 1;
                        if (!affine) return result;
                        return ((Node) result).plus(t.vector(second("b_" + arguments[0]), (int) arguments[1]));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
