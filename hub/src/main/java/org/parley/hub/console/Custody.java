package org.parley.hub.console;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.ChainView;
import org.parley.hub.flow.Goods;
import org.parley.hub.flow.LineView;
import org.parley.hub.flow.LoadGoods;
import org.parley.hub.flow.ReceivedLine;
import org.parley.kernel.names.Names;
import org.springframework.stereotype.Component;

/// The chain of a consignment in words: each statement with when it was so, what it says, how much,
/// and whose statement it is.
@Component
class Custody {

    List<ConsignmentPage.Hand> of(
            Visit visit,
            List<ChainView> chain,
            Map<String, LineView> lines,
            Map<String, Names> places) {
        return chain.stream().map(one -> hand(visit, one, lines, places)).toList();
    }

    private static ConsignmentPage.Hand hand(
            Visit visit, ChainView one, Map<String, LineView> lines, Map<String, Names> places) {
        return new ConsignmentPage.Hand(
                Optional.of(one.occurredAt()),
                mark(one),
                what(visit, one),
                detail(visit, one, places),
                quantity(visit, one, lines),
                visit.partner(one.saidBy()),
                Optional.of(visit.keeping("/journal/" + one.saidBy() + "/" + one.statement())));
    }

    private static Mark mark(ChainView one) {
        if (!one.marks().isEmpty()) {
            return Mark.LATE;
        }
        return switch (Objects.toString(one.what(), "")) {
            case "for", "arrived", "distributed", "released" -> Mark.GOOD;
            case "against", "intercepted", "lost", "damaged" -> Mark.STOPPED;
            case "in-part", "returned", "on-hold" -> Mark.PARTLY;
            default -> Mark.PLANNED;
        };
    }

    private static String what(Visit visit, ChainView one) {
        var type = visit.words().orCode("type.", one.type());
        var what = one.what();
        if (what == null) {
            return type;
        }
        return visit.words()
                .find("flow.step." + what)
                .or(
                        () ->
                                visit.words()
                                        .find("flow.outcome." + what)
                                        .map(word -> type + ": " + word))
                .orElseGet(() -> type + ": " + visit.words().orCode("flow.what.", what));
    }

    private static String detail(Visit visit, ChainView one, Map<String, Names> places) {
        var parts = new ArrayList<String>();
        if (one.from() != null && one.to() != null) {
            parts.add(
                    visit.partner(one.from())
                            + (visit.language().rightToLeft() ? " ← " : " → ")
                            + visit.partner(one.to()));
        }
        add(parts, one.authority() == null ? null : visit.partner(one.authority()));
        for (var place : Stream.of(one.crossing(), one.place()).filter(Objects::nonNull).toList()) {
            parts.add(ConsignmentDesk.named(visit, place, places));
        }
        add(
                parts,
                one.interception() == null
                        ? null
                        : visit.words().orCode("flow.interception.", one.interception()));
        quote(visit, parts, one.reason());
        for (var line : Optional.ofNullable(one.received()).orElse(List.of())) {
            line.reasons()
                    .forEach(
                            why ->
                                    add(
                                            parts,
                                            visit.words()
                                                    .orCode("flow.receipt-reason.", why.code())));
            quote(visit, parts, line.note());
        }
        if (one.taken() != null && one.made() != null) {
            parts.add(visit.say("flow.loads-become", loads(one.taken()), loads(one.made())));
        }
        quote(visit, parts, one.number());
        for (var mark : one.marks()) {
            parts.add(visit.words().orCode("mark.", mark));
        }
        return String.join(" · ", parts);
    }

    /// Somebody's own words, whatever language they are in.
    private static void quote(Visit visit, List<String> parts, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            parts.add(visit.words().isolated(text));
        }
    }

    private static long loads(List<LoadGoods> goods) {
        return goods.stream().map(LoadGoods::load).distinct().count();
    }

    private static void add(List<String> parts, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            parts.add(text);
        }
    }

    private static String quantity(Visit visit, ChainView one, Map<String, LineView> lines) {
        if (one.received() != null) {
            return one.received().stream()
                    .map(line -> received(visit, line))
                    .collect(Collectors.joining(", "));
        }
        if (one.made() != null) {
            return one.made().stream()
                    .collect(
                            Collectors.groupingBy(
                                    LoadGoods::line,
                                    TreeMap::new,
                                    Collectors.reducing(
                                            BigDecimal.ZERO, LoadGoods::quantity, BigDecimal::add)))
                    .entrySet()
                    .stream()
                    .filter(line -> lines.containsKey(line.getKey()))
                    .map(line -> goods(visit, line.getKey(), line.getValue(), lines))
                    .collect(Collectors.joining(", "));
        }
        return Optional.ofNullable(one.goods()).orElse(List.of()).stream()
                .map(goods -> goods(visit, goods, lines))
                .collect(Collectors.joining(", "));
    }

    private static String goods(Visit visit, Goods goods, Map<String, LineView> lines) {
        var unit =
                goods.unit() == null
                        ? Optional.ofNullable(lines.get(goods.line()))
                                .map(LineView::unit)
                                .orElse("")
                        : goods.unit().code();
        return FlowWords.amount(visit, goods.quantity(), unit);
    }

    private static String goods(
            Visit visit, String line, BigDecimal amount, Map<String, LineView> lines) {
        return goods(visit, new Goods(line, amount, null, null, null), lines);
    }

    private static String received(Visit visit, ReceivedLine line) {
        var text = visit.words().number(line.received());
        if (line.damaged() != null && line.damaged().signum() > 0) {
            text += " + " + visit.say("flow.where.damaged", visit.words().number(line.damaged()));
        }
        if (line.missing() != null && line.missing().signum() > 0) {
            text += " + " + visit.say("flow.where.missing", visit.words().number(line.missing()));
        }
        return text;
    }
}
