package org.rnn4j.core.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Provider;

/** Finds the providers of a family. */
final class Services {
    private Services() {}

    static List<Provider<?>> load(Family<?> family, ClassLoader loader) {
        List<Provider<?>> found = new ArrayList<>();
        try {
            Iterator<? extends Provider<?>> services =
                    ServiceLoader.load(family.provider(), loader).iterator();
            while (services.hasNext()) found.add(services.next());
        } catch (ServiceConfigurationError | LinkageError e) {
            throw broken(family, e);
        }
        return found;
    }

    private static ConfigException broken(Family<?> family, Error e) {
        String service = family.provider().getName();
        String problem = String.valueOf(e.getMessage()).replace(service + ": ", "");
        ErrorMessage message = ErrorMessage.of("A provider of " + family.many() + " does not load")
                .fact("problem", e instanceof ServiceConfigurationError ? problem : e.toString());
        if (e.getCause() != null) message.fact("reason", e.getCause());
        return new ConfigException(
                message.fact("listed in", "META-INF/services/" + service)
                        .fix("update the jar that lists it, or take it off the class path")
                        .toString(),
                e);
    }
}
