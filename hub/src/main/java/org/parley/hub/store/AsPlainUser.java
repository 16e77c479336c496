package org.parley.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// PostgreSQL refuses to run as root. Under root its programs are started in a user namespace of
/// their own, where they are nobody in particular and still own their files; without namespaces as
/// `nobody`, to whom the database's folder is given. Anybody else runs them directly. Where the
/// system can, they get a session of their own, so that Ctrl-C reaches the hub alone and the hub
/// stops its database last.
final class AsPlainUser {

    private final List<String> prefix;

    private AsPlainUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static AsPlainUser owning(Path database) throws IOException {
        var prefix = new ArrayList<String>();
        if (succeeds("setsid", "true")) {
            prefix.add("setsid");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            prefix.addAll(instead(database));
        }
        return new AsPlainUser(List.copyOf(prefix));
    }

    private static List<String> instead(Path database) throws IOException {
        if (succeeds("unshare", "-U", "true")) {
            return List.of("unshare", "-U");
        }
        if (!succeeds("setpriv", "--reuid=nobody", "--clear-groups", "true")
                || !succeeds("chown", "-R", "nobody", database.toString())) {
            throw new CannotStart(
                    "PostgreSQL does not run as root here; start the hub as another user");
        }
        var data = database.getParent();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        return List.of("setpriv", "--reuid=nobody", "--clear-groups");
    }

    ProcessBuilder command(List<String> program) {
        var command = new ArrayList<>(prefix);
        command.addAll(program);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private static boolean succeeds(String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
