package org.parley.hub.console;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.ConsignmentRow;
import org.parley.hub.flow.FlowFigure;
import org.parley.hub.flow.LineView;

/// What the flow's codes are called on pages, in the reader's language.
final class FlowWords {

    private FlowWords() {}

    static String stage(Visit visit, @Nullable String code) {
        return code == null
                ? visit.say("flow.stage-unknown")
                : visit.words().orCode("flow.stage.", code);
    }

    static String kind(Visit visit, @Nullable String code) {
        return code == null ? "—" : visit.words().orCode("flow.kind.", code);
    }

    static String category(Visit visit, String code) {
        return visit.words().orCode("flow.category.", code);
    }

    /// What a line holds: in the reader's language where whoever asked named it so, else in the
    /// words of whoever asked, else the line's number.
    static String goods(Visit visit, LineView line) {
        if (line.names() != null) {
            return visit.name(line.names());
        }
        return Optional.ofNullable(line.description()).orElse(line.line());
    }

    /// The line's number, and what was written where the reader is shown another name of the goods.
    static String asWritten(Visit visit, LineView line) {
        var description = line.description();
        if (description == null) {
            return "";
        }
        return description.equals(goods(visit, line))
                ? line.line()
                : line.line() + " · " + description;
    }

    /// The language that the description is written in, where its names tell.
    static @Nullable String writtenIn(LineView line) {
        return line.names() == null
                ? null
                : line.names().common().entrySet().stream()
                        .filter(name -> name.getValue().equals(line.description()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }

    static String amount(Visit visit, BigDecimal amount, String unit) {
        return visit.words().number(amount) + " " + unit(visit, unit);
    }

    static String unit(Visit visit, String code) {
        return visit.words().orCode("flow.unit.", code);
    }

    static String tonnes(Visit visit, @Nullable BigDecimal tonnes) {
        return tonnes == null ? "—" : amount(visit, tonnes, "tonne");
    }

    static String value(Visit visit, FlowFigure figure) {
        return amount(visit, figure.value(), figure.unit());
    }

    /// How complete a figure is: of how many that should have been counted it was.
    static String coverage(Visit visit, FlowFigure figure) {
        return visit.say(
                "flow.coverage",
                visit.words().number(figure.reported()),
                visit.words().number(figure.expected()));
    }

    static String rule(Visit visit, FlowFigure figure) {
        return visit.words().orCode("rule.", figure.rule());
    }

    static Figure figure(Visit visit, String label, FlowFigure figure) {
        return new Figure(
                label,
                visit.words().number(figure.value()),
                unit(visit, figure.unit()),
                rule(visit, figure),
                coverage(visit, figure),
                List.of());
    }

    static String goods(Visit visit, ConsignmentRow row) {
        return Optional.ofNullable(row.cargo()).orElse(List.of()).stream()
                .map(code -> category(visit, code))
                .collect(Collectors.joining(" · "));
    }

    static Icon icon(ConsignmentRow row) {
        var cargo = Optional.ofNullable(row.cargo()).orElse(List.of());
        return cargo.isEmpty() ? Icon.TRUCK : icon(cargo.getFirst());
    }

    private static Icon icon(String category) {
        return switch (category) {
            case "food" -> Icon.FOOD;
            case "water", "wash", "water-sanitation" -> Icon.WATER;
            case "medical", "health" -> Icon.MED;
            case "shelter" -> Icon.TENT;
            case "fuel" -> Icon.FUEL;
            default -> Icon.TRUCK;
        };
    }

    static Mark mark(@Nullable String stage) {
        return switch (stage == null ? "" : stage) {
            case "ruled-against" -> Mark.STOPPED;
            case "on-hold" -> Mark.LATE;
            case "ruled-in-part" -> Mark.PARTLY;
            case "distributed", "closed", "arrived" -> Mark.GOOD;
            case "withdrawn", "" -> Mark.UNKNOWN;
            default -> Mark.PLANNED;
        };
    }
}
