package org.parley.hub.flow;

import java.util.List;
import org.parley.hub.journal.StatementKinds;
import org.springframework.stereotype.Component;

/// What can be said about flow.
@Component
class FlowKinds implements StatementKinds {

    private final Decisions decisions;
    private final Recorder recorder;

    FlowKinds(Decisions decisions, Recorder recorder) {
        this.decisions = decisions;
        this.recorder = recorder;
    }

    @Override
    public List<FlowKind<?>> kinds() {
        return List.of(
                kind("flow.consignment-requested", ConsignmentRequested.class),
                kind("flow.consignment-amended", ConsignmentAmended.class),
                kind("flow.consignment-withdrawn", ConsignmentWithdrawn.class),
                kind("flow.consignment-closed", ConsignmentClosed.class),
                kind("flow.review-reported", ReviewReported.class),
                kind("flow.ruled", Ruled.class),
                kind("flow.manifested", Manifested.class),
                kind("flow.customs-reported", CustomsReported.class),
                kind("flow.goods-reported", GoodsReported.class),
                kind("flow.receipt-reported", ReceiptReported.class),
                kind("flow.custody-handed-over", CustodyHandedOver.class),
                kind("flow.leg-planned", LegPlanned.class),
                kind("flow.loads-planned", LoadsPlanned.class),
                kind("flow.loads-changed", LoadsChanged.class));
    }

    private <B extends Record & FlowBody> FlowKind<B> kind(String type, Class<B> body) {
        return new FlowKind<>(type, body, decisions, recorder);
    }
}
