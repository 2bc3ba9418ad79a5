package org.rnn4j.core;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Optimizer;

/** The packages of the core know each other in one order, and each of a few things is done in one place. */
final class CoreArchTest {
    private static final String CORE = "org.rnn4j.core.";

    /** In the order in which data passes: a package knows those above it, never one below it. */
    private static final List<String> ORDER = List.of(
            "math",
            "config",
            "trace",
            "grad",
            "kernel",
            "kernel.vector",
            "plan",
            "engine",
            "engine.reference",
            "engine.simd",
            "network",
            "component",
            "data",
            "model",
            "metric",
            "train",
            "decode",
            "io",
            "run");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.rnn4j.core");

    @Test
    void packagesKnowOnlyThoseAboveThem() {
        classes().should(dependOnlyUpwards()).check(CLASSES);
    }

    private static ArchCondition<JavaClass> dependOnlyUpwards() {
        return new ArchCondition<>("know packages above their own only") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    if (!to.getPackageName().startsWith(CORE) || place(to) <= place(from)) continue;
                    events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                }
            }
        };
    }

    /** The place of a class's package in the order: that of the longest name which it begins with. */
    private static int place(JavaClass each) {
        String name = each.getPackageName() + ".";
        int found = -1;
        for (int k = 0; k < ORDER.size(); k++) {
            boolean longer =
                    found < 0 || ORDER.get(k).length() > ORDER.get(found).length();
            if (name.startsWith(CORE + ORDER.get(k) + ".") && longer) found = k;
        }
        if (found < 0) throw new AssertionError(each.getName() + " is in a package that ORDER does not have");
        return found;
    }

    @Test
    void packagesHaveNoCycle() {
        slices().matching("org.rnn4j.core.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void kernelsKnowNothingElseOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("..core.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.rnn4j.api..", "org.rnn4j.core.plan..", "org.rnn4j.core.trace..")
                .check(CLASSES);
    }

    @Test
    void componentsAreWrittenAgainstTheApi() {
        noClasses()
                .that()
                .resideInAnyPackage("..component.cell..", "..component.layer..", "..component.loss..")
                .or()
                .resideInAPackage("..component.optimizer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ORDER.stream()
                        .filter(p -> !p.equals("component"))
                        .map(p -> CORE + p + "..")
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void onlyMathAndTheReferenceEngineUseCommonsMath() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..core.math..", "..engine.reference..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.math3..")
                .check(CLASSES);
    }

    @Test
    void onlyVectorKernelsUseTheVectorApi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..kernel.vector..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsVectorKernelsBeforeTheyAreLoaded() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..kernel.vector..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..kernel.vector..")
                .check(CLASSES);
    }

    @Test
    void onlyTheLookupOfKernelsLoadsAClassByName() {
        noClasses()
                .that()
                .doNotHaveSimpleName("KernelLookup")
                .should()
                .callMethod(Class.class, "forName", String.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
                .orShould()
                .callMethod(ClassLoader.class, "loadClass", String.class)
                .check(CLASSES);
    }

    @Test
    void nothingIsSerializedByJava() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Serializable.class, Externalizable.class, ObjectInputStream.class, ObjectOutputStream.class)
                .check(CLASSES);
    }

    @Test
    void theCorePrintsNothingAndDoesNotExit() {
        noClasses()
                .should(accessField(System.class, "out"))
                .orShould(accessField(System.class, "err"))
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
    }

    @Test
    void nobodyAsksWhichCellItIs() {
        classes()
                .should(new ArchCondition<JavaClass>("not ask of which kind a component is") {
                    @Override
                    public void check(JavaClass from, ConditionEvents events) {
                        for (InstanceofCheck check : from.getInstanceofChecks()) {
                            JavaClass asked = check.getRawType();
                            boolean component = Stream.of(Cell.class, Layer.class, Loss.class, Optimizer.class)
                                    .anyMatch(asked::isAssignableTo);
                            String where = from.getName() + ", line " + check.getLineNumber();
                            if (component)
                                events.add(SimpleConditionEvent.violated(from, where + ": " + asked.getName()));
                        }
                    }
                })
                .check(CLASSES);
    }

    @Test
    void noSourceNamesAModuleOfCells() throws IOException {
        Pattern names = Pattern.compile(
                "rnn4j\\.(cells|bidirectional)|^[^*]*\"[^\"]*(lstm|gru|bidirectional)[^\"]*\"",
                Pattern.CASE_INSENSITIVE);
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            List<String> found = files.filter(Files::isRegularFile)
                    .flatMap(file -> lines(file)
                            .filter(line -> names.matcher(line).find())
                            .map(line -> file + ": " + line))
                    .toList();
            assertEquals(List.of(), found);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
