package org.parley.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jar that partners are given, once it is packed: it lacks no class and proves by itself.
class VerifierJarCheck {

    @TempDir Path folder;

    private Path jar = Path.of("");

    @BeforeEach
    void packed() throws IOException {
        try (var there = Files.newDirectoryStream(Path.of("target"), "verifier-*-all.jar")) {
            var jars = there.iterator();
            assumeTrue(jars.hasNext(), "the verifier's jar is not packed yet");
            jar = jars.next();
        }
    }

    @Test
    void noClassIsMissing() {
        var jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        var said = new StringWriter();
        jdeps.run(new PrintWriter(said), new PrintWriter(said), "--missing-deps", jar.toString());

        // Annotations for compilers are not needed to run.
        assertThat(said.toString().lines().filter(line -> line.contains("not found")).skip(1))
                .allMatch(line -> line.contains("org.jspecify.annotations"));
    }

    @Test
    void itProvesAPackageByItself() throws Exception {
        var note = Evidence.attested().note(Evidence.SIZE, Evidence.W1, Evidence.W2);
        var file = folder.resolve("package.json");
        Files.write(file, Evidence.attested().disclosed(note).format());
        Files.writeString(folder.resolve("policy"), Evidence.bothWitnesses());

        var said = run("--policy", folder.resolve("policy").toString(), file.toString());

        assertThat(said).contains("parley.example/exercise").endsWith("\nended 0");
    }

    private String run(String... arguments) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                jar.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return said + "\nended " + process.waitFor();
    }
}
