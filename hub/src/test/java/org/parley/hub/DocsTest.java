package org.parley.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The prose of the repository against the repository: links lead somewhere, and the map of modules
/// names them all.
class DocsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("..").normalize();
    private static final Path HUB = ROOT.resolve("hub/src/main/java/org/parley/hub");

    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\[\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    private static final Pattern NAMED_LINK =
            Pattern.compile("\\[([^\\[\\]\\n]+)]\\[([^\\[\\]\\n]+)]");
    private static final Pattern ALONE = Pattern.compile("(?<!])\\[([^\\[\\]\\n]+)](?![(\\[:])");
    private static final Pattern ADDRESS = Pattern.compile("(?m)^\\[([^\\[\\]]+)]: \\S+$");

    /// Pages that are written by hand, wherever they lie.
    private static List<Path> pages() throws IOException {
        var pages = new TreeSet<Path>();
        try (var top = Files.list(ROOT);
                var docs = Files.walk(ROOT.resolve("docs"))) {
            top.filter(DocsTest::isPage).forEach(pages::add);
            docs.filter(DocsTest::isPage).forEach(pages::add);
        }
        return List.copyOf(pages);
    }

    private static boolean isPage(Path path) {
        return path.toString().endsWith(".md");
    }

    @Test
    void everyLinkWithinTheRepositoryLeadsSomewhere() throws IOException {
        var broken = new TreeSet<String>();
        for (var page : pages()) {
            var links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                if (!leadsSomewhere(page, links.group(1))) {
                    broken.add(ROOT.relativize(page) + ": " + links.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /// What docs/security.md names as a proof is a test that there is.
    @Test
    void everyProofThatIsNamedIsATest() throws IOException {
        var named = Pattern.compile("`([A-Z]\\w+(?:Test|Story|Property))(?:#(\\w+))?`");
        var proofs = named.matcher(Files.readString(ROOT.resolve("docs/security.md")));
        var missing = new TreeSet<String>();
        while (proofs.find()) {
            var source = testNamed(proofs.group(1));
            var method = proofs.group(2);
            if (source.isEmpty() || method != null && !source.contains("void " + method + "(")) {
                missing.add(proofs.group());
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String testNamed(String name) throws IOException {
        for (var module : List.of("kernel", "hub", "verifier")) {
            try (var tests = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                var found = tests.filter(path -> path.endsWith(name + ".java")).findFirst();
                if (found.isPresent()) {
                    return Files.readString(found.get());
                }
            }
        }
        return "";
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        if (link.matches("[a-z]+:.*")) {
            return link.startsWith("https://"); // others' pages are not asked; none is unsecured
        }
        var parts = link.split("#", 2);
        var file =
                parts[0].isEmpty()
                        ? page
                        : page.resolveSibling(parts[0]).toAbsolutePath().normalize();
        if (!Files.exists(file)) {
            return false;
        }
        return parts.length == 1
                || HEADING.matcher(Files.readString(file))
                        .results()
                        .anyMatch(heading -> anchor(heading.group(1)).equals(parts[1]));
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }

    @Test
    void everySourceThatTheDictionaryNamesHasItsAddress() throws IOException {
        var text = Files.readString(ROOT.resolve("docs/dictionary.md"));
        var addresses = new TreeSet<String>();
        ADDRESS.matcher(text).results().forEach(address -> addresses.add(address.group(1)));
        var named = new TreeSet<String>();
        NAMED_LINK.matcher(text).results().forEach(link -> named.add(link.group(2)));
        ALONE.matcher(text).results().forEach(link -> named.add(link.group(1)));
        assertThat(named).isNotEmpty().isSubsetOf(addresses);
    }

    @Test
    void theArchitectureNamesEveryModule() throws IOException {
        var text = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
        try (var packages = Files.list(HUB)) {
            assertThat(
                            packages.filter(Files::isDirectory)
                                    .map(path -> path.getFileName().toString()))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(text).contains("| `%s` |".formatted(name)));
        }
    }

    @Test
    void everyDecisionIsInTheIndex() throws IOException {
        var folder = ROOT.resolve("docs/decisions");
        var index = Files.readString(folder.resolve("README.md"));
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .filteredOn(name -> name.matches("\\d{4}-.*\\.md"))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
        }
    }
}
