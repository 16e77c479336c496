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

    private static final Happened NOTHING =
            new Happened(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null);

    static Happened of(FlowBody body, String consignment) {
        return switch (body) {
            case ConsignmentRequested _ -> NOTHING;
            case ConsignmentAmended said -> NOTHING.because(said.reason());
            case ConsignmentWithdrawn said -> NOTHING.because(said.reason());
            case ConsignmentClosed said -> NOTHING.because(said.explanation());
            case ReviewReported said ->
                    NOTHING.by(said.authority(), said.state().code()).because(said.reason());
            case Ruled said -> ruled(said);
            case Manifested said -> manifested(said, consignment);
            case CustomsReported said ->
                    NOTHING.by(said.authority(), said.outcome().code())
                            .goods(said.goods())
                            .where(null, said.crossing(), null, List.of())
                            .numbered(said.declaration())
                            .because(said.reason());
            case GoodsReported said -> goods(said);
            case ReceiptReported said ->
                    NOTHING.received(said.lines()).where(null, null, said.place(), List.of());
            case CustodyHandedOver said ->
                    NOTHING.goods(said.goods())
                            .hands(said.from(), said.to())
                            .where(null, said.crossing(), said.place(), said.vehicles())
                            .numbered(said.leg());
            case LegPlanned said ->
                    NOTHING.goods(said.goods())
                            .hands(null, said.carrier())
                            .where(null, null, said.from(), List.of())
                            .towards(said.to())
                            .numbered(said.leg());
            case LoadsPlanned said -> loads(said, said.plan(), said.place(), List.of());
            case LoadsChanged said -> loads(said, said.event(), said.place(), said.vehicles());
        };
    }

    private static Happened ruled(Ruled said) {
        var what = said.lines().stream().map(LineRuling::outcome).distinct().toList();
        return new Happened(
                null,
                what.size() == 1 ? what.getFirst().code() : RulingOutcome.IN_PART.code(),
                null,
                null,
                said.lines(),
                said.ruling(),
                said.authority(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Happened manifested(Manifested said, String consignment) {
        return NOTHING.goods(
                        said.entries().stream()
                                .filter(entry -> entry.consignment().equals(consignment))
                                .map(ManifestEntry::goods)
                                .toList())
                .where(null, said.crossing(), null, List.of())
                .numbered(said.manifest());
    }

    private static Happened goods(GoodsReported said) {
        var at = said.at();
        var how = said.interception();
        return NOTHING.goods(said.goods())
                .stepping(said.step())
                .where(
                        at == null ? null : at.code(),
                        said.crossing(),
                        said.place(),
                        said.vehicles())
                .taken(how == null ? null : how.code())
                .because(said.reason());
    }

    private static Happened loads(
            LoadsChange said, String number, @Nullable String place, List<String> vehicles) {
        return new Happened(
                null,
                said.change().code(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                said.at().code(),
                null,
                null,
                place,
                null,
                vehicles,
                number,
                null,
                said.taken(),
                said.made());
    }

    private Happened by(PartnerId ruler, String outcome) {
        return new Happened(
                step,
                outcome,
                goods,
                received,
                ruled,
                ruling,
                ruler,
                from,
                to,
                at,
                interception,
                crossing,
                place,
                toPlace,
                vehicles,
                number,
                reason,
                taken,
                made);
    }

    private Happened stepping(Step taking) {
        return new Happened(
                taking,
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
                place,
                toPlace,
                vehicles,
                number,
                reason,
                taken,
                made);
    }

    private Happened because(@Nullable String why) {
        return new Happened(
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
                place,
                toPlace,
                vehicles,
                number,
                why,
                taken,
                made);
    }

    private Happened goods(List<Goods> about) {
        return new Happened(
                step,
                what,
                about,
                received,
                ruled,
                ruling,
                authority,
                from,
                to,
                at,
                interception,
                crossing,
                place,
                toPlace,
                vehicles,
                number,
                reason,
                taken,
                made);
    }

    private Happened received(List<ReceivedLine> lines) {
        return new Happened(
                step,
                what,
                goods,
                lines,
                ruled,
                ruling,
                authority,
                from,
                to,
                at,
                interception,
                crossing,
                place,
                toPlace,
                vehicles,
                number,
                reason,
                taken,
                made);
    }

    private Happened hands(@Nullable PartnerId giver, PartnerId taker) {
        return new Happened(
                step,
                what,
                goods,
                received,
                ruled,
                ruling,
                authority,
                giver,
                taker,
                at,
                interception,
                crossing,
                place,
                toPlace,
                vehicles,
                number,
                reason,
                taken,
                made);
    }

    private Happened where(
            @Nullable String node,
            @Nullable String crossingThere,
            @Nullable String placeThere,
            List<String> vehiclesThere) {
        return new Happened(
                step,
                what,
                goods,
                received,
                ruled,
                ruling,
                authority,
                from,
                to,
                node,
                interception,
                crossingThere,
                placeThere,
                toPlace,
                vehiclesThere,
                number,
                reason,
                taken,
                made);
    }

    private Happened towards(String destination) {
        return new Happened(
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
                place,
                destination,
                vehicles,
                number,
                reason,
                taken,
                made);
    }

    private Happened taken(@Nullable String how) {
        return new Happened(
                step, what, goods, received, ruled, ruling, authority, from, to, at, how, crossing,
                place, toPlace, vehicles, number, reason, taken, made);
    }

    private Happened numbered(@Nullable String given) {
        return new Happened(
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
                place,
                toPlace,
                vehicles,
                given,
                reason,
                taken,
                made);
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
