package org.parley.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules that are about the text of the sources.
class SourceRulesTest {

    private static final Pattern CATCHES_ALL =
            Pattern.compile("catch \\((final )?(Exception|Throwable) ");

    private static final Pattern DOCSTRING = Pattern.compile("^\\s*///");
    private static final Pattern PLAIN_COMMENT = Pattern.compile("^\\s*//(?!/)");

    /// Seldom over 250; a table of names that the formatter spreads may be longer.
    private static final int LONGEST = 500;

    private static Stream<Path> sources() {
        return in(Stream.of("../kernel", "../hub", "../verifier"), "src/main/java");
    }

    private static Stream<Path> allSources() {
        return in(Stream.of("../kernel", "../hub", "../verifier", "../bench"), "src");
    }

    private static Stream<Path> in(Stream<String> modules, String folder) {
        return modules.map(module -> Path.of(module, folder))
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

    /// The formatter takes a docstring's long line for a plain comment and breaks it by `//`: what
    /// follows is no docstring any more.
    @Test
    void noDocstringIsBrokenInTwo() {
        var broken =
                allSources()
                        .flatMap(
                                file -> {
                                    var lines = linesOf(file);
                                    return IntStream.range(1, lines.size())
                                            .filter(
                                                    at ->
                                                            DOCSTRING
                                                                            .matcher(
                                                                                    lines.get(
                                                                                            at - 1))
                                                                            .find()
                                                                    && PLAIN_COMMENT
                                                                            .matcher(lines.get(at))
                                                                            .find())
                                            .mapToObj(at -> file + ":" + (at + 1));
                                })
                        .toList();

        assertThat(broken).as("wrap the docstring's lines at 100 characters by hand").isEmpty();
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
