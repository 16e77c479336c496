package org.parley.hub.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.KernelValues;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The files of one example operation, which ship inside the product.
public record ExampleFiles(String folder) {

    /// Files of ours: a component that is left out takes its record's own default.
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new KernelValues())
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    public static ExampleFiles of(String operation) {
        return new ExampleFiles("/examples/" + operation + "/");
    }

    /// The records under `name` in a YAML file.
    public <T> List<T> list(String file, String name, Class<T> form) {
        try (var in = open(file)) {
            Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            var items = (List<?>) Objects.requireNonNull(yaml.get(name), file + " has no " + name);
            return items.stream().map(item -> JSON.convertValue(item, form)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String file) {
        try (var in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path copy(String file, Path into) throws IOException {
        try (var in = open(file)) {
            var copy = into.resolve(file);
            Files.copy(in, copy);
            return copy;
        }
    }

    static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String file) {
        return Objects.requireNonNull(
                ExampleFiles.class.getResourceAsStream(folder + file), folder + file);
    }
}
