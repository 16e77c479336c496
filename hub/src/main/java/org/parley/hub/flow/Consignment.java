package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;

/// One consignment as the log stands: all that deciding on the next statement needs, whoever said
/// it. There is no one status: quantities live in the lines.
///
/// @param requester who asked; may differ from the sender
/// @param reviews where each authority's review stands, by authority
record Consignment(
        String consignment,
        PartnerId requester,
        AssistanceKind kind,
        PartnerId sender,
        PartnerId receiver,
        List<PartnerId> authorities,
        @Nullable String origin,
        @Nullable String destination,
        Addressed addressed,
        SortedMap<String, Line> lines,
        SortedMap<String, ReviewState> reviews,
        boolean withdrawn,
        boolean closed) {

    /// A ruling in force on a line.
    ///
    /// @param allowed how much it is for, in the line's unit
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Allowed(
            RulingOutcome outcome, BigDecimal allowed, @Nullable Instant validUntil, long index) {

        boolean expired(Instant at) {
            return validUntil != null && at.isAfter(validUntil);
        }
    }

    /// One line with what became of it.
    ///
    /// @param rulings by authority, those that authorities said themselves
    /// @param manifested by manifest
    record Line(
            LineItem item,
            boolean dropped,
            Map<Measure, BigDecimal> sums,
            SortedMap<String, Allowed> rulings,
            SortedMap<String, BigDecimal> manifested) {

        static Line asked(LineItem item) {
            return new Line(item.unnamed(), false, Map.of(), new TreeMap<>(), new TreeMap<>());
        }

        LineLedger ledger() {
            return new LineLedger(item.unit(), sums);
        }

        Line counting(Effect effect) {
            return new Line(item, dropped, ledger().plus(effect).sums(), rulings, manifested);
        }

        Line as(LineItem next) {
            return new Line(next.unnamed(), false, sums, rulings, manifested);
        }

        Line drop() {
            return new Line(item, true, sums, rulings, manifested);
        }

        Line ruled(PartnerId authority, Allowed ruling) {
            var next = new TreeMap<>(rulings);
            next.put(authority.value(), ruling);
            return new Line(item, dropped, sums, next, manifested);
        }

        Line onManifest(String manifest, @Nullable BigDecimal quantity) {
            var next = new TreeMap<>(manifested);
            if (quantity == null) {
                next.remove(manifest);
            } else {
                next.put(manifest, quantity);
            }
            return new Line(item, dropped, sums, rulings, next);
        }

        /// How much every authority that ruled is for; empty when none has.
        Optional<BigDecimal> allowed(Instant at) {
            return rulings.values().stream()
                    .map(ruling -> ruling.expired(at) ? BigDecimal.ZERO : ruling.allowed())
                    .min(BigDecimal::compareTo);
        }

        BigDecimal manifestedBut(String manifest) {
            return manifested.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(manifest))
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    static Consignment of(ConsignmentRequested asked, PartnerId requester, Label label) {
        var lines = new TreeMap<String, Line>();
        asked.lines().forEach(item -> lines.put(item.line(), Line.asked(item)));
        return new Consignment(
                asked.consignment(),
                requester,
                asked.kind(),
                asked.sender(),
                asked.receiver(),
                asked.authorities(),
                asked.origin(),
                asked.destination(),
                Addressed.of(label),
                lines,
                new TreeMap<>(),
                false,
                false);
    }

    Consignment with(SortedMap<String, Line> next) {
        return new Consignment(
                consignment,
                requester,
                kind,
                sender,
                receiver,
                authorities,
                origin,
                destination,
                addressed,
                next,
                reviews,
                withdrawn,
                closed);
    }

    Consignment with(String line, Line next) {
        var all = new TreeMap<>(lines);
        all.put(line, next);
        return with(all);
    }

    Consignment reviewed(PartnerId authority, ReviewState state) {
        var next = new TreeMap<>(reviews);
        next.put(authority.value(), state);
        return new Consignment(
                consignment,
                requester,
                kind,
                sender,
                receiver,
                authorities,
                origin,
                destination,
                addressed,
                lines,
                next,
                withdrawn,
                closed);
    }

    Consignment ended(boolean asWithdrawn) {
        return new Consignment(
                consignment,
                requester,
                kind,
                sender,
                receiver,
                authorities,
                origin,
                destination,
                addressed,
                lines,
                reviews,
                asWithdrawn,
                !asWithdrawn);
    }

    Consignment counting(List<Effect> effects) {
        var next = this;
        for (var effect : effects) {
            var line = next.lines.get(effect.line());
            if (line != null) {
                next = next.with(effect.line(), line.counting(effect));
            }
        }
        return next;
    }

    boolean isOnHold() {
        return reviews.containsValue(ReviewState.ON_HOLD);
    }

    boolean concerns(PartnerId organisation) {
        return organisation.equals(requester)
                || organisation.equals(sender)
                || organisation.equals(receiver);
    }
}
