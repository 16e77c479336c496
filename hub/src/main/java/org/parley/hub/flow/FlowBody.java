package org.parley.hub.flow;

import java.util.Set;
import org.parley.hub.journal.Body;

/// What is said of consignments.
public sealed interface FlowBody extends Body
        permits ConsignmentRequested,
                ConsignmentAmended,
                ConsignmentWithdrawn,
                ConsignmentClosed,
                ReviewReported,
                Ruled,
                Manifested,
                CustomsReported,
                GoodsReported,
                ReceiptReported,
                CustodyHandedOver,
                LegPlanned,
                LoadsPlanned,
                LoadsChanged {

    /// The consignment that it is about; empty for what is about several.
    String consignment();

    /// All consignments that it is about.
    default Set<String> consignments() {
        return Set.of(consignment());
    }

    @Override
    default String subject() {
        return "consignment/" + consignment();
    }
}
