package org.rnn4j.core.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Jars with one provider each, as a third party would ship them. */
final class Jars {
    private Jars() {}

    static Path jar(Path file, Class<?> service, Class<?> provider) throws IOException {
        String path = provider.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out);
                InputStream in = provider.getClassLoader().getResourceAsStream(path)) {
            jar.putNextEntry(new JarEntry(path));
            in.transferTo(jar);
            jar.putNextEntry(new JarEntry("META-INF/services/" + service.getName()));
            jar.write(provider.getName().getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** Loads the providers from the jars, although the tests' own class path has them, too. */
    static URLClassLoader loader(Path... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) urls[i] = jars[i].toUri().toURL();
        return new URLClassLoader(urls, new ClassLoader(Jars.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.endsWith("CellProvider") && name.startsWith(Jars.class.getPackageName())) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        });
    }
}
