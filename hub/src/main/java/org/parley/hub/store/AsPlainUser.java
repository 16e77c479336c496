package org.parley.hub.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// PostgreSQL refuses to run as root. Under root its programs are started in a user namespace of
/// their own, where they are nobody in particular and still own their files; without namespaces as
/// `nobody`, to whom the folder is given.
final class AsPlainUser {

    private AsPlainUser() {}

    static List<String> command(Path folder, String... program) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of(program);
        }
        var command = new ArrayList<String>();
        if (succeeds("unshare", "-U", "true")) {
            command.addAll(List.of("unshare", "-U"));
        } else {
            if (!succeeds("chown", "-R", "nobody", folder.toString())) {
                throw new CannotStart(
                        "PostgreSQL does not run as root: start the hub as another user");
            }
            command.addAll(List.of("setpriv", "--reuid=nobody", "--clear-groups"));
        }
        command.addAll(List.of(program));
        return command;
    }

    private static boolean succeeds(String... command) throws IOException {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
