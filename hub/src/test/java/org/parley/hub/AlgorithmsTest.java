package org.parley.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.kernel.proof.KeyKind;

/// The inventory of cryptography in docs/security.md names what the sources use, all of it and no
/// more.
class AlgorithmsTest {

    private static final Pattern ASKED_FOR =
            Pattern.compile(
                    "(?:MessageDigest|Mac|Signature|KeyFactory|KeyPairGenerator|Cipher|KeyAgreement|KEM"
                            + "|SecretKeyFactory|KeyGenerator)\\s*\\.getInstance\\(\\s*\"([^\"]+)\"");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|.*\\|$");

    private static TreeSet<String> used() throws IOException {
        var used = new TreeSet<String>();
        for (var module : List.of("kernel", "hub", "verifier")) {
            try (var sources = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (var source :
                        sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                    ASKED_FOR
                            .matcher(Files.readString(source))
                            .results()
                            .forEach(algorithm -> used.add(algorithm.group(1)));
                }
            }
        }
        for (var kind : KeyKind.values()) {
            used.add(kind.algorithm());
        }
        return used;
    }

    @Test
    void theInventoryIsTheCodes() throws IOException {
        var page = Files.readString(Path.of("../docs/security.md"));
        var inventory = page.substring(page.indexOf("## Cryptography"));
        var end = inventory.indexOf("\n## ", 5);
        var rows =
                ROW.matcher(end < 0 ? inventory : inventory.substring(0, end))
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        // What libraries and the platform use for us; the code asks for none of these by name.
        assertThat(rows).contains("TLS", "SCRAM-SHA-256", "COSE", "SecureRandom");
        rows.removeAll(List.of("TLS", "SCRAM-SHA-256", "COSE", "SecureRandom"));
        assertThat(rows).isEqualTo(used());
    }
}
