package org.parley.hub.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One consignment whole: what was asked for, how each line was ruled on, who had it when, and
/// where every part of it is now.
public record ConsignmentPage(
        Shell shell,
        String id,
        String title,
        String parties,
        Mark mark,
        String state,
        List<Link> actions,
        List<Fact> facts,
        List<Balance> balances,
        List<Hand> chain,
        Grid lines,
        Grid rulings,
        List<Proof> proofs)
        implements Page {

    /// Where a line's quantity is. The parts add up to what was dispatched; what does not is shown
    /// as unexplained.
    public record Balance(
            String line, String total, boolean closed, String verdict, List<Part> parts) {

        private double whole() {
            return parts.stream().mapToDouble(Part::amount).sum();
        }

        /// Percent of the whole before this part.
        public double start(int part) {
            return parts.subList(0, part).stream().mapToDouble(Part::amount).sum()
                    * 100
                    / Math.max(whole(), 1e-9);
        }

        public double width(int part) {
            return parts.get(part).amount() * 100 / Math.max(whole(), 1e-9);
        }

        public String label() {
            return String.join(", ", parts.stream().map(Part::text).toList());
        }
    }

    public record Part(Mark mark, double amount, String text) {}

    /// One hand-over or report in the chain of custody.
    ///
    /// @param saidBy whose statement it is
    public record Hand(
            Optional<Instant> at,
            Mark mark,
            String what,
            String detail,
            String quantity,
            String saidBy,
            Optional<String> link) {}

    /// A statement behind the page, with its receipt.
    public record Proof(
            String what, String originator, Instant heardAt, String link, String receipt) {}
}
