package org.parley.hub.exchange;

/// How far an import has come.
///
/// @param done of the whole import, from 0 to 1
/// @param rows read or stored in this phase
public record Progress(Phase phase, double done, long rows) {

    /// First the whole file is read and judged; only then is anything stored.
    public enum Phase {
        READING,
        STORING,
        DONE
    }
}
