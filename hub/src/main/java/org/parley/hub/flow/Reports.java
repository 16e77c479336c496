package org.parley.hub.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.audience.Clearance;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// Decides on reports of fact: they are accepted, and marked where they do not fit. Who cannot see
/// a consignment learns nothing of it from the marks.
final class Reports {

    private Reports() {}

    static Verdict goods(Hearing hearing, GoodsReported report) {
        var marks = counting(hearing, report, report.consignment());
        flag(marks, hearing.forbids(hearing.originator(), report.place()));
        corrects(hearing, report.consignment(), report.corrects(), marks);
        return Verdict.accepted(marks);
    }

    /// Only its addressing can be refused: a shortfall that is hidden from the sender helps nobody,
    /// and nothing of what was said is lost by sending it again, addressed.
    static Verdict receipt(Hearing hearing, ReceiptReported report) {
        var known = hearing.consignments().get(report.consignment());
        boolean fallsShort = report.lines().stream().anyMatch(ReceivedLine::fallsShort);
        if (known != null && fallsShort && !isShownTo(known.sender(), hearing)) {
            return Verdict.refused(
                    "flow.sender-not-addressed", Map.of("consignment", report.consignment()));
        }
        var marks = counting(hearing, report, report.consignment());
        flag(marks, hearing.forbids(hearing.originator(), report.place()));
        corrects(hearing, report.consignment(), report.corrects(), marks);
        return Verdict.accepted(marks);
    }

    // Members of groups are not known here, so that being in one does not count.
    private static boolean isShownTo(PartnerId sender, Hearing hearing) {
        var reader = new Reader(hearing.operation(), sender, true, FieldClass.EXACT, Set.of());
        return Clearance.ceiling(reader, hearing.label())
                .filter(ceiling -> ceiling.covers(FieldClass.OPERATIONAL))
                .isPresent();
    }

    private static void corrects(
            Hearing hearing,
            String consignment,
            @Nullable StatementId corrected,
            Set<String> marks) {
        if (corrected != null
                && !hearing.around()
                        .hasSaid(
                                hearing.operation(),
                                hearing.originator(),
                                consignment,
                                corrected)) {
            marks.add(Marks.NOTHING_TO_CORRECT);
        }
    }

    /// What cannot be counted, or counts more than was there.
    private static Set<String> counting(Hearing hearing, FlowBody report, String consignment) {
        var marks = hearing.timeMarks();
        var known = hearing.find(consignment).orElse(null);
        var counted = Counting.of(Happened.of(report, consignment), known);
        marks.addAll(counted.marks());
        if (known == null) {
            marks.add(Marks.CONSIGNMENT_UNKNOWN);
            return marks;
        }
        ended(known, marks);
        var after = known.counting(counted.effects());
        for (var effect : counted.effects()) {
            var node = effect.measure().outOf();
            var line = after.lines().get(effect.line());
            if (node != null && line != null && line.ledger().net(node).signum() < 0) {
                marks.add(Marks.MORE_THAN_WAS_THERE);
            }
        }
        return marks;
    }

    private static void ended(Consignment known, Set<String> marks) {
        if (known.closed() || known.withdrawn()) {
            marks.add(Marks.AFTER_CLOSING);
        }
    }

    private static void flag(Set<String> marks, Optional<Refusal> forbidden) {
        if (forbidden.isPresent()) {
            marks.add(Marks.BREAKS_FOOTPRINT);
        }
    }

    static Verdict custody(Hearing hearing, CustodyHandedOver report) {
        var marks = about(hearing, report.consignment());
        flag(marks, hearing.forbids(report.from(), report.place()));
        flag(marks, hearing.forbids(report.to(), report.place()));
        hearing.find(report.consignment()).ifPresent(known -> lines(known, report.goods(), marks));
        return Verdict.accepted(marks);
    }

    static Verdict customs(Hearing hearing, CustomsReported report) {
        var marks = about(hearing, report.consignment());
        hearing.find(report.consignment())
                .ifPresent(
                        known -> {
                            lines(known, report.goods(), marks);
                            ownAuthority(known, report.authority(), marks);
                        });
        return Verdict.accepted(marks);
    }

    static Verdict review(Hearing hearing, ReviewReported report) {
        var marks = about(hearing, report.consignment());
        authority(hearing, report.consignment(), report.authority(), marks);
        hearing.find(report.consignment())
                .filter(known -> !known.lines().keySet().containsAll(report.lines()))
                .ifPresent(_ -> marks.add(Marks.LINE_UNKNOWN));
        return Verdict.accepted(marks);
    }

    /// A ruling as somebody else heard it: it lets nothing go on.
    static Verdict ruling(Hearing hearing, Ruled report) {
        var marks = about(hearing, report.consignment());
        marks.add(Marks.HEARD_FROM_ANOTHER);
        authority(hearing, report.consignment(), report.authority(), marks);
        var known = hearing.find(report.consignment());
        for (var line : report.lines()) {
            if (known.isPresent() && !known.get().lines().containsKey(line.line())) {
                marks.add(Marks.LINE_UNKNOWN);
            }
        }
        return Verdict.accepted(marks);
    }

    private static void authority(
            Hearing hearing, String consignment, PartnerId authority, Set<String> marks) {
        hearing.find(consignment).ifPresent(known -> ownAuthority(known, authority, marks));
        if (!hearing.isAuthority(authority)) {
            marks.add(Marks.NOT_AN_AUTHORITY);
        }
    }

    private static void ownAuthority(Consignment known, PartnerId authority, Set<String> marks) {
        if (known.concerns(authority)) {
            marks.add(Marks.OWN_AUTHORITY);
        }
    }

    static Verdict loads(Hearing hearing, LoadsChanged report) {
        var marks = hearing.timeMarks();
        flag(marks, hearing.forbids(hearing.originator(), report.place()));
        for (var goods : Plans.all(report)) {
            var known = hearing.find(goods.consignment());
            if (known.isEmpty()) {
                marks.add(Marks.CONSIGNMENT_UNKNOWN);
            } else if (!known.get().lines().containsKey(goods.line())) {
                marks.add(Marks.LINE_UNKNOWN);
            }
        }
        if (!Plans.balances(report)) {
            marks.add(Marks.DOES_NOT_BALANCE);
        }
        return Verdict.accepted(marks);
    }

    private static Set<String> about(Hearing hearing, String consignment) {
        var marks = hearing.timeMarks();
        hearing.find(consignment)
                .ifPresentOrElse(
                        known -> ended(known, marks), () -> marks.add(Marks.CONSIGNMENT_UNKNOWN));
        return marks;
    }

    private static void lines(Consignment known, List<Goods> all, Set<String> marks) {
        for (var goods : all) {
            var line = known.lines().get(goods.line());
            if (line == null) {
                marks.add(Marks.LINE_UNKNOWN);
            } else if (Counting.inUnit(goods, line.item().unit()).isEmpty()) {
                marks.add(Marks.UNIT_DOES_NOT_CONVERT);
            }
        }
    }
}
