package org.rnn4j.core.component.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.core.fixtures.Close;
import org.rnn4j.core.fixtures.Fixtures;
import org.rnn4j.core.fixtures.Fixtures.Case;

/** Clipped gradients equal to PyTorch's. */
class ClipReferenceTest {
    private static final Pattern NAME = Pattern.compile("(?:value|norm(1|2|inf)_max)(\\d+(?:\\.\\d+)?)(?:_.*)?");

    @TestFactory
    Stream<DynamicContainer> clippedGradientsEqualThoseOfPyTorch() {
        return Fixtures.tests("clipping", Fixtures::named, ClipReferenceTest::check);
    }

    private static void check(Case c) {
        Clip clip = clip(c.name());
        List<double[]> gradients = new ArrayList<>();
        c.json().get("before").forEach(g -> gradients.add(Fixtures.numbers(g)));
        if (clip instanceof Clip.GlobalNorm all) {
            double[] norms = gradients.stream().mapToDouble(all.norm()::of).toArray();
            Close.DOUBLE.check("norm", c.number("total_norm"), all.norm().of(norms));
        }
        clip.apply(gradients);
        for (int k = 0; k < gradients.size(); k++) {
            double[] after = Fixtures.numbers(c.json().get("after").get(k));
            Close.DOUBLE.check("gradient " + k, after, gradients.get(k));
        }
    }

    private static Clip clip(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) throw new AssertionError("no clipping for the case " + name);
        double max = Double.parseDouble(matcher.group(2));
        if (matcher.group(1) == null) return Clip.value(max);
        Norm norm = switch (matcher.group(1)) {
            case "1" -> Norm.L1;
            case "2" -> Norm.L2;
            default -> Norm.MAX;
        };
        return new Clip.GlobalNorm(max, norm);
    }
}
