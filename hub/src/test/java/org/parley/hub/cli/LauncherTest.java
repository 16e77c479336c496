package org.parley.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shell script itself, in a folder of its own with JDKs and a Maven that only pretend.
class LauncherTest {

    private static final Path SCRIPT = Path.of("../parley").toAbsolutePath().normalize();

    @TempDir Path temporary;
    private Path project;
    private Path jdks;

    record Said(int code, String out, String err) {}

    @BeforeEach
    void project() throws Exception {
        assumeTrue(Files.exists(SCRIPT), "the launcher is not beside the modules");
        project = Files.createDirectories(temporary.resolve("a project"));
        jdks = Files.createDirectories(temporary.resolve("jdks"));
        Files.copy(SCRIPT, project.resolve("parley"));
        for (var module : List.of("kernel", "hub", "verifier", "bench")) {
            Files.createDirectories(project.resolve(module + "/src/main"));
            Files.writeString(project.resolve(module + "/pom.xml"), "<project/>");
        }
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        var help = Files.createDirectories(project.resolve("hub/src/main/resources/help"));
        Files.writeString(help.resolve("parley.txt"), "the help of all\n");
        Files.writeString(help.resolve("backup.txt"), "the help of backup\n");
    }

    @Test
    void helpNeedsNeitherJavaNorABuild() throws Exception {
        assertThat(run("--help").out()).isEqualTo("the help of all\n");
        assertThat(run("backup", "--help").out()).isEqualTo("the help of backup\n");
        assertThat(run("help", "backup").out()).isEqualTo("the help of backup\n");
        assertThat(run().code()).isEqualTo(2);
    }

    @Test
    void aWrongCommandIsToldWithoutJavaOrABuild() throws Exception {
        var said = run("sevre");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("no command 'sevre'; did you mean 'serve'?");
    }

    @Test
    void withoutAJdkOfTheRightVersionItSaysWhereItLooked() throws Exception {
        jdk("old", "17.0.1");

        var said = run("serve");

        assertThat(said.code()).isEqualTo(10);
        assertThat(said.err()).contains("JDK 25").contains("JAVA_HOME").hasLineCount(1);
    }

    @Test
    void withoutMavenItSaysHowToGetIt() throws Exception {
        jdk("right", "25.0.3");

        var said = run("serve");

        assertThat(said.code()).isEqualTo(11);
        assertThat(said.err()).contains("Maven").hasLineCount(1);
    }

    @Test
    void buildsOnceAndAgainWhenASourceChanges() throws Exception {
        jdk("old", "17.0.1");
        jdk("right", "25");
        maven("true");

        var first = run("serve", "--port", "0");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).contains("for the first time");
        assertThat(first.out()).contains("25 runs").contains("serve --port 0");
        assertThat(run("serve").err()).isEmpty();

        Thread.sleep(1_100);
        Files.writeString(project.resolve("hub/src/main/New.java"), "class New {}");
        assertThat(run("serve").err()).contains("since its sources changed");
        Files.delete(project.resolve("hub/src/main/New.java"));
        assertThat(run("serve").err()).contains("since its sources changed");
        assertThat(run("serve").err()).isEmpty();
    }

    @Test
    void aBuildThatFailsShowsItsEnd() throws Exception {
        jdk("right", "25");
        maven("echo the compiler says no; false");

        var said = run("serve");

        assertThat(said.code()).isEqualTo(12);
        assertThat(said.err()).contains("the compiler says no").contains("could not be built");
    }

    @Test
    void testsAreCountedOverAllModules() throws Exception {
        jdk("right", "25");
        tool("chromium", "true");
        tool("fc-list", "echo a font");
        maven(
                """
                for module in kernel hub; do
                    mkdir -p $module/target/surefire-reports
                    echo '<?xml version="1.0"?>
                <testsuite xmlns:a="b" name="x" time="1" tests="5" errors="0" skipped="1" failures="0">' \
                        >$module/target/surefire-reports/TEST-x.xml
                done
                """);

        var said = run("test");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).isEqualTo("8 passed, 0 failed, 2 skipped\n");
    }

    @Test
    void aFailedTestFailsTheCommand() throws Exception {
        jdk("right", "25");
        tool("chromium", "true");
        tool("fc-list", "echo a font");
        maven(
                """
                mkdir -p hub/target/surefire-reports
                echo '<testsuite tests="5" errors="1" skipped="0" failures="2">' \
                    >hub/target/surefire-reports/TEST-x.xml
                false
                """);

        var said = run("test");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEqualTo("2 passed, 3 failed, 0 skipped\n");
    }

    @Test
    void whatTestsNeedIsNotInstalledWhereThatIsNotWanted() throws Exception {
        jdk("right", "25");
        maven("true");

        var said = run("test", "--no-install");

        assertThat(said.code()).isEqualTo(13);
        assertThat(said.err()).contains("Chromium").hasLineCount(1);
    }

    private void jdk(String name, String version) throws Exception {
        var bin = Files.createDirectories(jdks.resolve(name + "/bin"));
        Files.writeString(
                jdks.resolve(name + "/release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
        executable(bin.resolve("javac"), "true");
        executable(
                bin.resolve("java"),
                """
                case "$*" in
                    *jarmode=tools*)
                        for last; do :; done
                        mkdir -p "$last" && : >"$last/hub-1-boot.jar"
                        ;;
                    *) echo "%s runs $*" ;;
                esac
                """
                        .formatted(version));
    }

    private void maven(String does) throws Exception {
        tool("mvn", "mkdir -p hub/target\n: >hub/target/hub-1-boot.jar\n" + does);
    }

    private void tool(String name, String does) throws Exception {
        executable(Files.createDirectories(temporary.resolve("tools")).resolve(name), does);
    }

    private static void executable(Path file, String does) throws Exception {
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Runs the script with a PATH of its own, which holds the system's plain tools, but neither a
    /// Java nor a Maven nor a browser.
    private Said run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("sh", project.resolve("parley").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        var environment = builder.environment();
        environment.clear();
        environment.put("HOME", temporary.toString());
        environment.put("PARLEY_JDK_FOLDERS", jdks + "/*");
        environment.put("PATH", temporary.resolve("tools") + ":" + plainTools());
        var out = temporary.resolve("out").toFile();
        var err = temporary.resolve("err").toFile();
        var process = builder.redirectOutput(out).redirectError(err).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(
                process.exitValue(),
                Files.readString(out.toPath()),
                Files.readString(err.toPath()));
    }

    private Path plainTools() throws Exception {
        var folder = temporary.resolve("plain");
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            for (var tool :
                    List.of(
                            "sh", "cat", "sed", "head", "tail", "dirname", "ls", "find", "sort",
                            "cksum", "mkdir", "rm", "mv", "cp", "tr", "awk", "tee", "sleep", "id",
                            "fold", "true", "false", "env")) {
                for (var place : List.of("/bin", "/usr/bin")) {
                    var real = Path.of(place, tool);
                    if (Files.exists(real) && !Files.exists(folder.resolve(tool))) {
                        Files.createSymbolicLink(folder.resolve(tool), real);
                    }
                }
            }
        }
        return folder;
    }
}
