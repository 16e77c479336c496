package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// What a receipt's checkpoint says, to be shown. Checking it is the verifier's work, not a page's.
///
/// @param origin the log
/// @param size how many statements the log had
/// @param root the tree's hash at that size
/// @param signers the names of the keys that signed
record CheckpointText(String origin, long size, String root, List<String> signers) {

    /// The checkpoint at the end of a tlog-proof: origin, size and root, a blank line, signatures.
    static Optional<CheckpointText> of(String receipt) {
        var lines = receipt.lines().toList();
        int blank = lines.lastIndexOf("");
        if (blank < 3) {
            return Optional.empty();
        }
        var start = blank;
        while (start > 0 && !lines.get(start - 1).isEmpty()) {
            start--;
        }
        if (blank - start < 3 || !lines.get(start + 1).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(
                new CheckpointText(
                        lines.get(start),
                        Long.parseLong(lines.get(start + 1)),
                        lines.get(start + 2),
                        lines.subList(blank + 1, lines.size()).stream()
                                .filter(line -> line.startsWith("— "))
                                .map(line -> line.split(" ", -1)[1])
                                .distinct()
                                .toList()));
    }
}
