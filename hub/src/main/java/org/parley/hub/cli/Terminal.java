package org.parley.hub.cli;

import java.io.PrintStream;

/// Where a command writes: its answer, and what it tells on the way. Only the answer is for
/// programs that read on.
public record Terminal(PrintStream answer, PrintStream aside) {

    public void say(String line) {
        answer.println(line);
    }

    public void tell(String line) {
        aside.println(line);
    }
}
