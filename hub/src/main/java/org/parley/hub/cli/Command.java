package org.parley.hub.cli;

/// A command that needs the store. The hub's parts are there when it runs; the web server is not,
/// except for `demo`.
public interface Command {

    /// The word after `./parley`.
    String name();

    /// @throws Ended to end with a sentence and a code of its own
    Exit run(Order order, Terminal terminal);
}
