package org.rnn4j.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

/** What modules know of each other: a cell of ours sees no more than one of a third party. */
final class ModulesArchTest {
    /** Annotations for the compiler. */
    private static final String NULLNESS = "org.jspecify..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.rnn4j");

    @Test
    void theApiKnowsTheJdkOnly() {
        seesOnly("org.rnn4j.api..", "org.rnn4j.api..", "java..", NULLNESS);
    }

    @Test
    void cellsAndWrappersKnowTheApiOnly() {
        for (String module : new String[] {
            "org.rnn4j.cells.gru..", "org.rnn4j.cells.lstm..", "org.rnn4j.bidirectional..", "org.rnn4j.attention.."
        }) {
            seesOnly(module, module, "org.rnn4j.api..", "java..", NULLNESS);
        }
    }

    @Test
    void theExampleOfAThirdPartysCellKnowsTheApiOnly() {
        classes()
                .that()
                .haveSimpleNameStartingWith("SimpleRecurrentUnit")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.rnn4j.examples", "org.rnn4j.api..", "java..", NULLNESS)
                .check(CLASSES);
    }

    @Test
    void theCoreKnowsNoModuleOfCells() {
        noClasses()
                .that()
                .resideInAnyPackage("org.rnn4j.core..", "org.rnn4j.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.rnn4j.cells..",
                        "org.rnn4j.bidirectional..",
                        "org.rnn4j.attention..",
                        "org.rnn4j.examples..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineExits() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.rnn4j.cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void nothingIsSerializedByJavaOrLoadedByName() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Serializable.class)
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveSimpleName("KernelLookup")
                .should()
                .callMethod(Class.class, "forName", String.class)
                .check(CLASSES);
    }

    private static void seesOnly(String module, String... packages) {
        classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(CLASSES);
    }
}
