package org.parley.hub.flow;

import java.util.Map;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.Verdict;
import org.springframework.stereotype.Component;

/// Decides on what is said of consignments, from their records as the log stands. Commands and
/// reports are decided apart: the first may be refused, the second never for what they say.
@Component
class Decisions {

    private final Drafts drafts;
    private final Surroundings around;

    Decisions(Drafts drafts, Surroundings around) {
        this.drafts = drafts;
        this.around = around;
    }

    Verdict on(Said<? extends FlowBody> said) {
        var draft = drafts.of(said.operation());
        return on(said, draft.consignments(said.body().consignments()), around);
    }

    static Verdict on(
            Said<? extends FlowBody> said,
            Map<String, Consignment> consignments,
            Surroundings around) {
        var hearing = Hearing.of(said, consignments, around);
        return switch (said.body()) {
            case ConsignmentRequested asked -> Requests.ask(hearing, asked);
            case ConsignmentAmended asked -> Requests.amend(hearing, asked);
            case ConsignmentWithdrawn asked -> Requests.withdraw(hearing, asked);
            case ConsignmentClosed asked -> Requests.close(hearing, asked);
            case Ruled ruled ->
                    ruled.authority().equals(hearing.originator())
                            ? Rulings.rule(hearing, ruled)
                            : Reports.ruling(hearing, ruled);
            case Manifested wanted -> Plans.manifest(hearing, wanted);
            case LegPlanned wanted -> Plans.leg(hearing, wanted);
            case LoadsPlanned wanted -> Plans.loads(hearing, wanted);
            case ReviewReported report -> Reports.review(hearing, report);
            case CustomsReported report -> Reports.customs(hearing, report);
            case GoodsReported report -> Reports.goods(hearing, report);
            case ReceiptReported report -> Reports.receipt(hearing, report);
            case CustodyHandedOver report -> Reports.custody(hearing, report);
            case LoadsChanged report -> Reports.loads(hearing, report);
        };
    }
}
