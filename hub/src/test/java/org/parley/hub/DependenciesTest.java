package org.parley.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The libraries that the hub is made with are those that somebody looked at: docs/dependencies.txt
/// lists each with its version and licences.
class DependenciesTest {

    private static final Path REPOSITORY =
            Path.of(
                    System.getProperty(
                            "localRepository",
                            Path.of(System.getProperty("user.home"), ".m2", "repository")
                                    .toString()));

    private static final Pattern LISTED = Pattern.compile("(\\S+:\\S+:\\S+)\\s{2,}(\\S.*)");

    /// What may be shipped with a program under the Apache License.
    private static final Set<String> LICENCES =
            Set.of(
                    "Apache-2.0",
                    "MIT",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "0BSD",
                    "CC0-1.0",
                    "EPL-2.0");

    private static Map<String, Set<String>> listed() throws IOException {
        var listed = new TreeMap<String, Set<String>>();
        for (var line : Files.readAllLines(Path.of("../docs/dependencies.txt"))) {
            var library = LISTED.matcher(line);
            if (library.matches()) {
                listed.put(library.group(1), Set.of(library.group(2).split(", ")));
            } else {
                assertThat(line).matches("(#.*)?");
            }
        }
        return listed;
    }

    private static Set<String> used() {
        var classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> !jar.toString().contains("surefire"))
                // What was built here lies beside its sources.
                .filter(jar -> jar.startsWith(REPOSITORY))
                .map(DependenciesTest::coordinates)
                .filter(library -> !library.startsWith("org.parley:"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A repository's layout is `group/as/folders/artifact/version/file`.
    private static String coordinates(Path jar) {
        var parts = REPOSITORY.relativize(jar).toString().split("/");
        int file = parts.length - 1;
        var group = String.join(".", Arrays.copyOf(parts, file - 2));
        return "%s:%s:%s".formatted(group, parts[file - 2], parts[file - 1]);
    }

    @Test
    void everyLibraryIsListedAndNoOther() throws IOException {
        assertThat(used()).hasSizeGreaterThan(50).isEqualTo(listed().keySet());
    }

    @Test
    void everyLicenceMayBeShipped() throws IOException {
        assertThat(listed())
                .allSatisfy(
                        (library, licences) ->
                                assertThat(licences).as(library).containsAnyElementsOf(LICENCES));
    }
}
