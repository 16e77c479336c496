package org.parley.hub.flow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.quantity.Unit;

/// Consignments and statements that name only what matters.
final class Sample {

    static final String CN = "CN-31-00042";

    private Sample() {}

    static PartnerId org(String id) {
        return new PartnerId(id);
    }

    static LineItem line(String line, String category, long quantity, Unit unit) {
        return line(line, category, "goods of " + category, quantity, unit);
    }

    static LineItem line(
            String line, String category, String description, long quantity, Unit unit) {
        return new LineItem(
                line, description, category, BigDecimal.valueOf(quantity), unit, null, null, null);
    }

    static ConsignmentRequested request(String consignment, LineItem... lines) {
        return request(consignment, AssistanceKind.HUMANITARIAN, lines);
    }

    static ConsignmentRequested request(
            String consignment, AssistanceKind kind, LineItem... lines) {
        return new ConsignmentRequested(
                consignment,
                kind,
                org("agency"),
                org("relief"),
                List.of(org("authority")),
                "port",
                "depot",
                "zone-3",
                "coast",
                LocalDate.parse("2031-05-06"),
                Priority.ROUTINE,
                List.of(),
                List.of(),
                List.of(lines));
    }

    static ConsignmentRequested with(ConsignmentRequested asked, Reference... references) {
        return new ConsignmentRequested(
                asked.consignment(),
                asked.kind(),
                asked.sender(),
                asked.receiver(),
                asked.authorities(),
                asked.origin(),
                asked.destination(),
                asked.destinationArea(),
                asked.corridor(),
                asked.readyOn(),
                asked.priority(),
                List.of(references),
                asked.cargo(),
                asked.lines());
    }

    static Ruled ruling(String ruling, String consignment, LineRuling... lines) {
        return new Ruled(ruling, consignment, org("authority"), List.of(lines), List.of(), null);
    }

    static LineRuling rulingFor(String line) {
        return new LineRuling(line, RulingOutcome.FOR, null, List.of(), null);
    }

    static LineRuling inPart(String line, long quantity) {
        return new LineRuling(
                line,
                RulingOutcome.IN_PART,
                BigDecimal.valueOf(quantity),
                List.of(RefusalReason.DUAL_USE),
                null);
    }

    static LineRuling against(String line) {
        return new LineRuling(
                line, RulingOutcome.AGAINST, null, List.of(RefusalReason.NONE_GIVEN), null);
    }

    static Manifested manifest(String manifest, ManifestEntry... entries) {
        return new Manifested(
                manifest, "gate-north", LocalDate.parse("2031-05-07"), 4, List.of(entries));
    }

    static ManifestEntry entry(String consignment, String line, long quantity) {
        return new ManifestEntry(consignment, line, BigDecimal.valueOf(quantity), null, null);
    }

    static GoodsReported step(String consignment, Step step, Goods... goods) {
        return GoodsReported.of(consignment, step, goods);
    }

    static GoodsReported gone(
            String consignment, Step step, Node at, @Nullable Interception how, Goods... goods) {
        return new GoodsReported(
                consignment, step, List.of(goods), at, how, null, null, List.of(), "as seen", null);
    }

    static GoodsReported correcting(
            StatementId earlier, String consignment, Step step, Goods... goods) {
        return new GoodsReported(
                consignment,
                step,
                List.of(goods),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                earlier);
    }

    static Goods loaded(String line, long quantity, String load) {
        return new Goods(line, BigDecimal.valueOf(quantity), null, load, null);
    }

    static LoadGoods inLoad(String load, String consignment, String line, long quantity) {
        return new LoadGoods(load, consignment, line, BigDecimal.valueOf(quantity));
    }
}
