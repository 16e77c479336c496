package org.parley.hub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No key, token or password lies in the repository.
class SecretsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", "node_modules");
    private static final long LARGEST = 8 << 20;

    private static final Map<String, Pattern> SECRETS =
            Map.of(
                    "private key",
                            Pattern.compile(
                                    "-{5}BEGIN [A-Z ]*PRIVATE KEY" + "-{5}\\s*[A-Za-z0-9+/]"),
                    "key of a signed note",
                            Pattern.compile("PRIVATE\\+KEY\\+[\\w.-]+\\+[0-9a-f]{8}\\+"),
                    "cloud key", Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"),
                    "token of a code host",
                            Pattern.compile("\\b(gh[pousr]_\\w{30,}|glpat-[\\w-]{20,})\\b"),
                    "token of a chat", Pattern.compile("\\bxox[abprs]-[\\w-]{10,}"),
                    "web token",
                            Pattern.compile("\\beyJ[\\w-]{15,}\\.eyJ[\\w-]{15,}\\.[\\w-]{20,}"),
                    "named secret",
                            Pattern.compile(
                                    "(?i)(secret|passw(or)?d|api[_-]?key|token)[\"']?\\s*[:=]\\s*[\"']"
                                            + "(?=[^\"']*\\d)(?=[^\"']*[A-Za-z])[A-Za-z0-9+/=_-]{20,}[\"']"),
                    "address with a password",
                            Pattern.compile(
                                    "\\b[a-z][a-z0-9+]{2,12}://[^/\\s:@\"']+:[^/\\s:@\"'$%{]{6,}@"));

    private static Set<String> secretsIn(String text) {
        var found = new TreeSet<String>();
        SECRETS.forEach(
                (what, pattern) -> {
                    if (pattern.matcher(text).find()) {
                        found.add(what);
                    }
                });
        return found;
    }

    private static List<Path> files() throws IOException {
        try (var all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(
                            file -> {
                                for (var part : ROOT.relativize(file)) {
                                    if (NOT_OURS.contains(part.toString())) {
                                        return false;
                                    }
                                }
                                return true;
                            })
                    .toList();
        }
    }

    @Test
    void theRepositoryHoldsNone() throws IOException {
        var found = new TreeSet<String>();
        var files = files();
        for (var file : files) {
            if (Files.size(file) <= LARGEST) {
                secretsIn(new String(Files.readAllBytes(file), ISO_8859_1))
                        .forEach(what -> found.add(ROOT.relativize(file) + ": " + what));
            }
        }
        assertThat(files).hasSizeGreaterThan(500);
        assertThat(found).isEmpty();
    }

    /// In two halves each, so that this file holds none either.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN EC PRIVATE|KEY-----\nMHcCAQ",
                "PRIVATE+KEY|+log.example+0a1b2c3d+AQ",
                "AKIA|ABCDEFGHIJKLMNOP",
                "ghp|_0123456789abcdefghijABCDEFGHIJ0123",
                "xoxb|-1234567890-abc",
                "eyJhbGciOiJFZERTQSJ9|.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJlLW9mLXRlc3Q",
                "password| = \"k3Jd93kFa0sL2mQ8xZ71\"",
                "postgresql|://parley:hunter2hunter2@db.example/x"
            })
    void whatIsLookedForIsFound(String inHalves) {
        var planted = inHalves.replace("PRIVATE|KEY", "PRIVATE KEY").replace("|", "");
        assertThat(secretsIn(planted)).hasSize(1);
        assertThat(secretsIn(inHalves.replace("|", "\" + \""))).isEmpty();
    }
}
