package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.PartnerId;

/// What a statement says of one consignment beyond its quantities, in one form for all types: what
/// the chain of custody shows.
///
/// @param goods what it is about, as it was said
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Happened(
        @Nullable Step step,
        @Nullable String what,
        @Nullable List<Goods> goods,
        @Nullable List<ReceivedLine> received,
        @Nullable List<LineRuling> ruled,
        @Nullable String ruling,
        @Nullable PartnerId authority,
        @Nullable PartnerId from,
        @Nullable PartnerId to,
        @Nullable String at,
        @Nullable String interception,
        @Nullable String crossing,
        @Nullable String place,
        @Nullable String toPlace,
        @Nullable List<String> vehicles,
        @Nullable String number,
        @Nullable String reason,
        @Nullable List<LoadGoods> taken,
        @Nullable List<LoadGoods> made) {

    static Happened of(FlowBody body, String consignment) {
        var told = new Telling();
        switch (body) {
            case ConsignmentRequested _ -> {}
            case ConsignmentAmended said -> told.because(said.reason());
            case ConsignmentWithdrawn said -> told.because(said.reason());
            case ConsignmentClosed said -> told.because(said.explanation());
            case ReviewReported said ->
                    told.by(said.authority(), said.state().code()).because(said.reason());
            case Ruled said -> ruled(told, said);
            case Manifested said ->
                    told.goods(of(said, consignment))
                            .where(said.crossing(), null, List.of())
                            .numbered(said.manifest());
            case CustomsReported said ->
                    told.by(said.authority(), said.outcome().code())
                            .goods(said.goods())
                            .where(said.crossing(), null, List.of())
                            .numbered(said.declaration())
                            .because(said.reason());
            case GoodsReported said ->
                    told.stepping(said.step(), said.at(), said.interception())
                            .goods(said.goods())
                            .where(said.crossing(), said.place(), said.vehicles())
                            .because(said.reason());
            case ReceiptReported said ->
                    told.received(said.lines()).where(null, said.place(), List.of());
            case CustodyHandedOver said ->
                    told.goods(said.goods())
                            .hands(said.from(), said.to())
                            .where(said.crossing(), said.place(), said.vehicles())
                            .numbered(said.leg());
            case LegPlanned said ->
                    told.goods(said.goods())
                            .hands(null, said.carrier())
                            .where(null, said.from(), List.of())
                            .towards(said.to())
                            .numbered(said.leg());
            case LoadsPlanned said ->
                    told.loads(said).where(null, said.place(), List.of()).numbered(said.plan());
            case LoadsChanged said ->
                    told.loads(said)
                            .where(null, said.place(), said.vehicles())
                            .numbered(said.event());
        }
        return told.whole();
    }

    private static void ruled(Telling told, Ruled said) {
        var outcomes = said.lines().stream().map(LineRuling::outcome).distinct().toList();
        told.by(
                        said.authority(),
                        outcomes.size() == 1
                                ? outcomes.getFirst().code()
                                : RulingOutcome.IN_PART.code())
                .ruled(said.ruling(), said.lines());
    }

    private static List<Goods> of(Manifested said, String consignment) {
        return said.entries().stream()
                .filter(entry -> entry.consignment().equals(consignment))
                .map(ManifestEntry::goods)
                .toList();
    }

    /// Whether it says anything that only readers of exact fields see.
    boolean isExact() {
        return place != null || toPlace != null || (vehicles != null && !vehicles.isEmpty());
    }

    /// What its row holds; the rest has a table of its own.
    Happened withoutExact() {
        return isExact()
                ? new Happened(
                        step,
                        what,
                        goods,
                        received,
                        ruled,
                        ruling,
                        authority,
                        from,
                        to,
                        at,
                        interception,
                        crossing,
                        null,
                        null,
                        null,
                        number,
                        reason,
                        taken,
                        made)
                : this;
    }

    /// The outcome in a word.
    @Nullable String outcome() {
        return step == null ? what : step.code();
    }

    @Nullable Node node() {
        return at == null ? null : Codes.of(Node.class, "at", at);
    }

    @Nullable Interception how() {
        return interception == null
                ? null
                : Codes.of(Interception.class, "interception", interception);
    }

    List<Goods> moved() {
        return goods == null ? List.of() : goods;
    }

    List<ReceivedLine> receipts() {
        return received == null ? List.of() : received;
    }
}
