package org.parley.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules that are about the text of the sources.
class SourceRulesTest {

    private static final Pattern CATCHES_ALL =
            Pattern.compile("catch \\((final )?(Exception|Throwable) ");

    /// Seldom over 250; a table of names that the formatter spreads may be longer.
    private static final int LONGEST = 500;

    private static Stream<Path> sources() {
        return Stream.of("../kernel", "../hub", "../verifier")
                .map(module -> Path.of(module, "src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(SourceRulesTest::below)
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<Path> below(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void nobodyCatchesEverything() {
        var found =
                sources()
                        .flatMap(
                                file ->
                                        linesOf(file).stream()
                                                .filter(line -> CATCHES_ALL.matcher(line).find())
                                                .map(line -> file + ": " + line.strip()))
                        .toList();

        assertThat(found)
                .as("name the exceptions: one that is not expected must stop the work")
                .isEmpty();
    }

    @Test
    void filesStayReadable() {
        assertThat(sources().filter(file -> linesOf(file).size() > LONGEST))
                .as("files of more than %d lines", LONGEST)
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked =
                sources()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !folder.toString().contains("../kernel"))
                        .filter(
                                folder -> {
                                    var info = folder.resolve("package-info.java");
                                    return !Files.exists(info)
                                            || linesOf(info).stream()
                                                    .noneMatch(line -> line.equals("@NullMarked"));
                                })
                        .toList();

        assertThat(unmarked).isEmpty();
    }
}
