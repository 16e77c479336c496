package org.parley.hub.console;

import java.util.List;

/// The operations that a reader may enter.
public record OperationsPage(Shell shell, List<Row> operations) implements Page {

    public record Row(Shell.Head head, long statements) {}
}
