package org.rnn4j.examples.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.core.engine.Precision;

/** What the exercises of the course print, to as many digits as they print. */
class CourseReferenceTest {
    @TestFactory
    Stream<DynamicContainer> resultsEqualThosePrintedByTheCourse() {
        return Fixtures.tests(Form.COURSE, Tolerance.PRECISIONS, CourseReferenceTest::check);
    }

    private static void check(JsonNode json, Precision precision) {
        Map<String, Numbers> results = CourseExercise.of(json, precision);
        for (JsonNode check : json.get("checks")) {
            String what = check.get("what").asText();
            double[] actual = ArrayExpression.value(what, results);
            List<BigDecimal> expected = decimals(check.get("expected"));
            assertEquals(expected.size(), actual.length, () -> "number of elements of " + what);
            for (int k = 0; k < actual.length; k++) {
                double allowed = Tolerance.ofDigits(expected.get(k), precision);
                assertEquals(expected.get(k).doubleValue(), actual[k], allowed, what);
            }
        }
    }

    private static List<BigDecimal> decimals(JsonNode json) {
        List<BigDecimal> decimals = new ArrayList<>();
        if (json.isArray()) {
            json.forEach(each -> decimals.addAll(decimals(each)));
        } else {
            decimals.add(json.decimalValue());
        }
        return decimals;
    }
}
