package org.rnn4j.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Versions of RNN4J and of Java. */
final class Version implements IVersionProvider {
    /** From the jar's manifest, which a folder of classes does not have. */
    static String ofRnn4j() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development build");
    }

    static String ofJava() {
        return System.getProperty("java.version") + ", " + System.getProperty("java.vm.name") + ", "
                + System.getProperty("java.vendor");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"RNN4J " + ofRnn4j(), "Java " + ofJava()};
    }
}
