package org.parley.kernel.signer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/// A signer that dies as by `kill -9` after it has remembered and before it answers.
public final class DyingSigner {

    private DyingSigner() {}

    public static void main(String[] args) throws IOException {
        SignerProcess.run(
                Path.of(args[0]), Clock.systemUTC(), () -> Runtime.getRuntime().halt(137));
    }
}
