package org.parley.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.Arrays;

/// A witness that dies as by `kill -9` after it has remembered and before it answers.
public final class DyingWitness {

    private DyingWitness() {}

    public static void main(String[] arguments) {
        WitnessCommand.run(
                Arrays.copyOfRange(arguments, 1, arguments.length),
                new PrintStream(System.out, true, UTF_8),
                new PrintStream(System.err, true, UTF_8),
                () -> Runtime.getRuntime().halt(137));
    }
}
