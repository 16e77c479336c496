package org.parley.hub.flow;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The types of statements about flow.
@Configuration(proxyBeanMethods = false)
class FlowKinds {

    static <B extends Record & FlowBody> FlowKind<B> kind(
            String name, Class<B> body, Decisions decisions, Recorder recorder) {
        return new FlowKind<>("flow." + name, body, decisions, recorder);
    }

    static List<FlowKind<?>> all(Decisions decisions, Recorder recorder) {
        return List.of(
                kind("consignment-requested", ConsignmentRequested.class, decisions, recorder),
                kind("consignment-amended", ConsignmentAmended.class, decisions, recorder),
                kind("consignment-withdrawn", ConsignmentWithdrawn.class, decisions, recorder),
                kind("consignment-closed", ConsignmentClosed.class, decisions, recorder),
                kind("review-reported", ReviewReported.class, decisions, recorder),
                kind("ruled", Ruled.class, decisions, recorder),
                kind("manifested", Manifested.class, decisions, recorder),
                kind("customs-reported", CustomsReported.class, decisions, recorder),
                kind("goods-reported", GoodsReported.class, decisions, recorder),
                kind("receipt-reported", ReceiptReported.class, decisions, recorder),
                kind("custody-handed-over", CustodyHandedOver.class, decisions, recorder),
                kind("leg-planned", LegPlanned.class, decisions, recorder),
                kind("loads-planned", LoadsPlanned.class, decisions, recorder),
                kind("loads-changed", LoadsChanged.class, decisions, recorder));
    }

    @Bean
    FlowKind<ConsignmentRequested> consignmentRequested(Decisions decisions, Recorder recorder) {
        return kind("consignment-requested", ConsignmentRequested.class, decisions, recorder);
    }

    @Bean
    FlowKind<ConsignmentAmended> consignmentAmended(Decisions decisions, Recorder recorder) {
        return kind("consignment-amended", ConsignmentAmended.class, decisions, recorder);
    }

    @Bean
    FlowKind<ConsignmentWithdrawn> consignmentWithdrawn(Decisions decisions, Recorder recorder) {
        return kind("consignment-withdrawn", ConsignmentWithdrawn.class, decisions, recorder);
    }

    @Bean
    FlowKind<ConsignmentClosed> consignmentClosed(Decisions decisions, Recorder recorder) {
        return kind("consignment-closed", ConsignmentClosed.class, decisions, recorder);
    }

    @Bean
    FlowKind<ReviewReported> reviewReported(Decisions decisions, Recorder recorder) {
        return kind("review-reported", ReviewReported.class, decisions, recorder);
    }

    @Bean
    FlowKind<Ruled> ruled(Decisions decisions, Recorder recorder) {
        return kind("ruled", Ruled.class, decisions, recorder);
    }

    @Bean
    FlowKind<Manifested> manifested(Decisions decisions, Recorder recorder) {
        return kind("manifested", Manifested.class, decisions, recorder);
    }

    @Bean
    FlowKind<CustomsReported> customsReported(Decisions decisions, Recorder recorder) {
        return kind("customs-reported", CustomsReported.class, decisions, recorder);
    }

    @Bean
    FlowKind<GoodsReported> goodsReported(Decisions decisions, Recorder recorder) {
        return kind("goods-reported", GoodsReported.class, decisions, recorder);
    }

    @Bean
    FlowKind<ReceiptReported> receiptReported(Decisions decisions, Recorder recorder) {
        return kind("receipt-reported", ReceiptReported.class, decisions, recorder);
    }

    @Bean
    FlowKind<CustodyHandedOver> custodyHandedOver(Decisions decisions, Recorder recorder) {
        return kind("custody-handed-over", CustodyHandedOver.class, decisions, recorder);
    }

    @Bean
    FlowKind<LegPlanned> legPlanned(Decisions decisions, Recorder recorder) {
        return kind("leg-planned", LegPlanned.class, decisions, recorder);
    }

    @Bean
    FlowKind<LoadsPlanned> loadsPlanned(Decisions decisions, Recorder recorder) {
        return kind("loads-planned", LoadsPlanned.class, decisions, recorder);
    }

    @Bean
    FlowKind<LoadsChanged> loadsChanged(Decisions decisions, Recorder recorder) {
        return kind("loads-changed", LoadsChanged.class, decisions, recorder);
    }
}
