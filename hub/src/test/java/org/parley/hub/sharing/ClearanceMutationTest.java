package org.parley.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each predicate of the hub's own layer matters (trust.md A7): changed one at a time in its
/// source, compiled and loaded beside all else, it no longer agrees with the rule book.
class ClearanceMutationTest {

    private static final Path SOURCES =
            Path.of("../kernel/src/main/java/org/parley/kernel/audience");

    /// One change in one file.
    private record Mutation(String file, String from, String to) {}

    private static Mutation of(String file, String from, String to) {
        return new Mutation(file, from, to);
    }

    private static final String OWN = "reader.organisation().equals(label.originator())";
    private static final String NAMED = "organisations.contains(reader.organisation())";
    private static final String IN_GROUP = "reader.groups().contains(group)";
    private static final String BY_PLACE = "addressed.afterJoining() >= joined";
    private static final String BY_DAY = "addressed.day() >= fromDay";
    private static final String INCLUDED =
            ".filter(entry -> entry.includes(reader, label.originator()))";

    private static final List<Mutation> MUTATIONS =
            List.of(
                    of("Clearance", OWN, "false"),
                    of("Clearance", OWN, "true"),
                    of("Clearance", OWN, "!" + OWN),
                    of(
                            "Clearance",
                            "Optional.of(reader.ceiling())",
                            "Optional.of(FieldClass.EXACT)"),
                    of(
                            "Clearance",
                            "Optional.of(reader.ceiling())",
                            "Optional.of(FieldClass.HEADER)"),
                    of("Clearance", "Optional.of(reader.ceiling())", "Optional.empty()"),
                    of("Clearance", "label.sensitivity().allows(entry)", "false"),
                    of(
                            "Clearance",
                            "label.sensitivity().allows(entry)",
                            "!label.sensitivity().allows(entry)"),
                    of("Clearance", INCLUDED, ""),
                    of("Clearance", INCLUDED, INCLUDED.replace("entry.inc", "!entry.inc")),
                    of("Clearance", ".max(", ".min("),
                    of("Clearance", ".map(reader.ceiling()::narrower)", ""),
                    of(
                            "Clearance",
                            ".map(reader.ceiling()::narrower)",
                            ".map(_ -> reader.ceiling())"),
                    of("Audience", NAMED, "true"),
                    of("Audience", NAMED, "false"),
                    of("Audience", NAMED, "!" + NAMED),
                    of("Audience", NAMED, "organisations.contains(originator)"),
                    of("Audience", IN_GROUP, "true"),
                    of("Audience", IN_GROUP, "false"),
                    of("Audience", IN_GROUP, "!" + IN_GROUP),
                    of("Audience", IN_GROUP, "!reader.groups().isEmpty()"),
                    of("Audience", "reader.backlog(group).grants(addressed)", "true"),
                    of("Audience", "reader.backlog(group).grants(addressed)", "false"),
                    of(
                            "Reader",
                            "getOrDefault(group, Backlog.ALL)",
                            "getOrDefault(\"\", Backlog.ALL)"),
                    of("Backlog", BY_PLACE, "true"),
                    of("Backlog", BY_PLACE, "false"),
                    of("Backlog", BY_PLACE, "addressed.afterJoining() > joined"),
                    of("Backlog", BY_PLACE, "addressed.afterJoining() <= joined"),
                    of("Backlog", BY_DAY, "true"),
                    of("Backlog", BY_DAY, "false"),
                    of("Backlog", BY_DAY, "addressed.day() > fromDay"),
                    of("Backlog", BY_DAY, "addressed.day() <= fromDay"),
                    of("Audience", "reader.member()", "true"),
                    of("Audience", "reader.member()", "false"),
                    of("Audience", "reader.member()", "!reader.member()"),
                    of("Audience", "return true;", "return false;"),
                    of("Audience", "return true;", "return reader.member();"),
                    of("Audience", "return 0;", "return 5;"),
                    of("Audience", "return 1;", "return 2;"),
                    of("Audience", "return 2;", "return 1;"),
                    of("Audience", "return 3;", "return 2;"),
                    of("Audience", "return 4;", "return 3;"),
                    of("Sensitivity", "LOW(4)", "LOW(3)"),
                    of("Sensitivity", "MODERATE(3)", "MODERATE(4)"),
                    of("Sensitivity", "MODERATE(3)", "MODERATE(2)"),
                    of("Sensitivity", "HIGH(2)", "HIGH(3)"),
                    of("Sensitivity", "HIGH(2)", "HIGH(1)"),
                    of("Sensitivity", "SEVERE(1)", "SEVERE(2)"),
                    of("Sensitivity", "SEVERE(1)", "SEVERE(0)"),
                    of("Sensitivity", "audience.reach() <= widestReach", "true"),
                    of("Sensitivity", "audience.reach() <= widestReach", "false"),
                    of("Sensitivity", "<= widestReach", "< widestReach"),
                    of("Sensitivity", "<= widestReach", "> widestReach"),
                    of("FieldClass", "compareTo(wanted) >= 0", "true"),
                    of("FieldClass", "compareTo(wanted) >= 0", "false"),
                    of("FieldClass", "compareTo(wanted) >= 0", "compareTo(wanted) > 0"),
                    of("FieldClass", "compareTo(wanted) >= 0", "compareTo(wanted) <= 0"),
                    of(
                            "FieldClass",
                            "covers(other) ? other : this",
                            "covers(other) ? this : other"),
                    of("FieldClass", "covers(other) ? other : this", "this"),
                    of("FieldClass", "covers(other) ? other : this", "other"),
                    of("Label", "if (!sensitivity.allows(entry))", "if (false)"),
                    of(
                            "Label",
                            "if (!sensitivity.allows(entry))",
                            "if (sensitivity.allows(entry))"),
                    of("Label", "entry instanceof Audience.Public && ", ""),
                    of("Label", "&& entry.upTo().covers(FieldClass.OPERATIONAL)", "&& false"),
                    of("Label", "&& entry.upTo().covers(FieldClass.OPERATIONAL)", ""),
                    of("Label", "covers(FieldClass.OPERATIONAL)", "covers(FieldClass.EXACT)"),
                    of("Label", "covers(FieldClass.OPERATIONAL)", "covers(FieldClass.COARSE)"),
                    of("Label", "wider.reach() > narrower.reach()", "false"),
                    of("Label", "wider.reach() > narrower.reach()", "true"),
                    of("Label", "!narrower.upTo().covers(wider.upTo())", "false"),
                    of("Label", "!narrower.upTo().covers(wider.upTo())", "true"),
                    of(
                            "Label",
                            "!narrower.upTo().covers(wider.upTo())",
                            "narrower.upTo().covers(wider.upTo())"));

    /// Changes that change nothing: a label that its sensitivity does not allow cannot be made, and
    /// an originator is let in before its entry is looked at. Both stand as a second lock.
    private static final List<Mutation> WITHOUT_EFFECT =
            List.of(
                    of("Clearance", ".filter(entry -> label.sensitivity().allows(entry))", ""),
                    of(
                            "Audience",
                            "return reader.organisation().equals(originator);",
                            "return false;"));

    @Test
    void asItStandsItAgreesWithTheRuleBook() {
        assertThat(new ClearanceCheck().get()).isEmpty();
    }

    @Test
    void noPredicateCanBeChangedUnnoticed(@TempDir Path folder) throws IOException {
        var survivors = new ArrayList<Mutation>();
        int number = 0;
        for (var mutation : MUTATIONS) {
            if (difference(mutation, folder.resolve("m" + number++)).isEmpty()) {
                survivors.add(mutation);
            }
        }
        System.err.printf("mutation: %d changes of Clearance and what it asks%n", number);

        assertThat(survivors).isEmpty();
    }

    @Test
    void aSecondLockIsOneWhileTheFirstHolds(@TempDir Path folder) throws IOException {
        int number = 0;
        for (var mutation : WITHOUT_EFFECT) {
            assertThat(difference(mutation, folder.resolve("m" + number++)))
                    .as(mutation.toString())
                    .isEmpty();
        }
    }

    private static String difference(Mutation mutation, Path folder) throws IOException {
        var source = Files.readString(SOURCES.resolve(mutation.file() + ".java"));
        assertThat(source.split(java.util.regex.Pattern.quote(mutation.from()), -1))
                .as("%s occurs once", mutation)
                .hasSize(2);
        Files.createDirectories(folder);
        compile(mutation.file(), source.replace(mutation.from(), mutation.to()), folder);
        try {
            var check =
                    new Changed(folder)
                            .loadClass(ClearanceCheck.class.getName())
                            .getConstructor()
                            .newInstance();
            return (String) ((Supplier<?>) check).get();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError broken) {
            var cause = broken instanceof InvocationTargetException ? broken.getCause() : broken;
            return "breaks: " + cause;
        }
    }

    private static void compile(String name, String source, Path folder) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        boolean compiled =
                ToolProvider.getSystemJavaCompiler()
                        .getTask(
                                null,
                                null,
                                problems,
                                List.of(
                                        "-d",
                                        folder.toString(),
                                        "-proc:none",
                                        "-cp",
                                        System.getProperty(
                                                "surefire.test.class.path",
                                                System.getProperty("java.class.path"))),
                                null,
                                List.of(new Source(name, source)))
                        .call();
        assertThat(compiled).as("%s: %s", name, problems.getDiagnostics()).isTrue();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(
                    URI.create("string:///org/parley/kernel/audience/" + name + ".java"),
                    Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /// Loads Parley's own classes anew, the changed ones in place of those that are there.
    private static final class Changed extends ClassLoader {
        private final Path folder;

        Changed(Path folder) {
            super(ClearanceMutationTest.class.getClassLoader());
            this.folder = folder;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.parley.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            var file = name.replace('.', '/') + ".class";
            try (var bytes = bytes(file)) {
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                var all = bytes.readAllBytes();
                return defineClass(name, all, 0, all.length);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private @Nullable InputStream bytes(String file) throws IOException {
            var changed = folder.resolve(file);
            return Files.exists(changed)
                    ? Files.newInputStream(changed)
                    : getParent().getResourceAsStream(file);
        }
    }
}
