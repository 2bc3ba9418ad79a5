package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogSettingsTest {
    private static final String OTHER_SETTINGS = "logback.configurationFile";

    @AfterEach
    void clear() {
        System.clearProperty(LogSettings.LEVEL);
        System.clearProperty(OTHER_SETTINGS);
    }

    @Test
    void areThoseOfTheCommand() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        assertEquals(Level.WARN, root.getLevel());
    }

    @Test
    void warningsAreLinesOnTheErrorOutput() {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            LoggerFactory.getLogger("x").info("Not said");
            LoggerFactory.getLogger("x").warn("A – b", new IllegalStateException("no stack trace"));
        } finally {
            System.setErr(before);
        }
        assertEquals("WARN: A – b" + System.lineSeparator(), written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void propertySaysMore() {
        System.setProperty(LogSettings.LEVEL, "DEBUG");
        LoggerContext context = new LoggerContext();
        assertEquals(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY, new LogSettings().configure(context));
        assertEquals(Level.DEBUG, context.getLogger(Logger.ROOT_LOGGER_NAME).getLevel());
    }

    @Test
    void settingsOfTheUserComeFirst() {
        System.setProperty(OTHER_SETTINGS, "mine.xml");
        LoggerContext context = new LoggerContext();
        assertEquals(ExecutionStatus.INVOKE_NEXT_IF_ANY, new LogSettings().configure(context));
        assertFalse(context.getLogger(Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders()
                .hasNext());
    }
}
