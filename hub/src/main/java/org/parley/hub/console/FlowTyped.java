package org.parley.hub.console;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.hub.console.FormPage.Problem;
import org.parley.hub.flow.LineView;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What somebody typed into a form of flow, read into a statement. What cannot be read is named at
/// its field, all of it at once; a group of fields that is empty says nothing.
final class FlowTyped {

    /// Steps that can happen at more than one node.
    private static final Set<String> NODED = Set.of("intercepted", "returned", "lost", "damaged");

    private final Visit visit;
    private final Map<String, String> typed;
    private final ObjectNode says = JsonNodeFactory.instance.objectNode();
    private final List<Problem> problems = new ArrayList<>();

    /// Whether lines are counted by the form, and do not have numbers yet.
    private boolean asking;

    FlowTyped(Visit visit, Map<String, String> typed) {
        this.visit = visit;
        this.typed = typed;
    }

    List<Problem> problems() {
        return problems;
    }

    ObjectNode says() {
        return says;
    }

    FlowTyped request() {
        asking = true;
        required("consignment");
        required("kind");
        required("sender");
        required("receiver");
        if (!value("authority").isEmpty()) {
            says.putArray("authorities").add(value("authority"));
        }
        optional("origin");
        optional("destination");
        optional("destinationArea");
        optional("corridor");
        optional("readyOn");
        optional("priority");
        if (!value("reference").isEmpty()) {
            says.putArray("references")
                    .addObject()
                    .put("scheme", "agency")
                    .put("value", value("reference"));
        }
        var lines = says.putArray("lines");
        for (int i = 0; i < FlowForms.LINES; i++) {
            var at = "lines." + i + ".";
            if (!value(at + "description").isEmpty() || !value(at + "quantity").isEmpty()) {
                line(lines.addObject().put("line", Integer.toString(i + 1)), at);
            }
        }
        if (lines.isEmpty()) {
            missing("lines.0.description");
        }
        return this;
    }

    private void line(ObjectNode line, String at) {
        for (var name : List.of("description", "category", "unit")) {
            if (value(at + name).isEmpty()) {
                missing(at + name);
            } else {
                line.put(name, value(at + name));
            }
        }
        amount(at + "quantity", true).ifPresent(amount -> line.put("quantity", amount));
        amount(at + "weightTonnes", false).ifPresent(amount -> line.put("weightTonnes", amount));
        amount(at + "volumeM3", false).ifPresent(amount -> line.put("volumeM3", amount));
        if (!value(at + "expiresOn").isEmpty()) {
            line.put("expiresOn", value(at + "expiresOn"));
        }
    }

    FlowTyped step(String consignment, List<LineView> lines) {
        says.put("consignment", consignment);
        required("step");
        fitting("at", NODED.contains(value("step")), step());
        fitting("interception", value("step").equals("intercepted"), step());
        optional("crossing");
        optional("place");
        optional("reason");
        says.putArray("vehicles");
        var goods = says.putArray("goods");
        for (var line : lines) {
            amount("goods." + line.line(), false)
                    .ifPresent(
                            amount ->
                                    goods.addObject()
                                            .put("line", line.line())
                                            .put("quantity", amount));
        }
        if (goods.isEmpty() && !lines.isEmpty()) {
            missing("goods." + lines.getFirst().line());
        }
        return this;
    }

    FlowTyped receipt(String consignment, List<LineView> lines) {
        says.put("consignment", consignment);
        optional("place");
        var received = says.putArray("lines");
        for (var line : lines) {
            var at = "lines." + line.line() + ".";
            var good = amount(at + "received", false);
            var damaged = amount(at + "damaged", false);
            var missing = amount(at + "missing", false);
            if (good.isPresent() || damaged.isPresent() || missing.isPresent()) {
                var said = received.addObject().put("line", line.line());
                said.put("received", good.orElse(BigDecimal.ZERO));
                damaged.ifPresent(amount -> said.put("damaged", amount));
                missing.ifPresent(amount -> said.put("missing", amount));
                reasonsAndNote(said, at);
                if (value(at + "reasons").isEmpty()) {
                    damaged.filter(some -> some.signum() > 0)
                            .ifPresent(_ -> needed(at + "reasons", label(at + "damaged")));
                    missing.filter(some -> some.signum() > 0)
                            .ifPresent(_ -> needed(at + "reasons", label(at + "missing")));
                }
            }
        }
        if (received.isEmpty() && !lines.isEmpty()) {
            missing("lines." + lines.getFirst().line() + ".received");
        }
        return this;
    }

    FlowTyped ruling(String consignment, List<LineView> lines) {
        required("ruling");
        says.put("consignment", consignment);
        required("authority");
        if (!value("conditions").isEmpty()) {
            says.putArray("conditions").add(value("conditions"));
        }
        moment("validUntil").ifPresent(until -> says.put("validUntil", until.toString()));
        var ruled = says.putArray("lines");
        for (var line : lines) {
            var at = "lines." + line.line() + ".";
            if (!value(at + "outcome").isEmpty()) {
                var said =
                        ruled.addObject()
                                .put("line", line.line())
                                .put("outcome", value(at + "outcome"));
                amount(at + "quantity", false).ifPresent(amount -> said.put("quantity", amount));
                reasonsAndNote(said, at);
                fits(at, value(at + "outcome"));
            }
        }
        if (ruled.isEmpty() && !lines.isEmpty()) {
            missing("lines." + lines.getFirst().line() + ".outcome");
        }
        return this;
    }

    FlowTyped crossingDay() {
        required("crossing");
        required("day");
        var opening = says.putArray("openings").addObject();
        if (value("status").isEmpty()) {
            missing("status");
        }
        opening.put("status", value("status"));
        put(opening, "flow");
        put(opening, "category");
        put(opening, "reason");
        if (!value("from").isEmpty() && !value("until").isEmpty()) {
            says.putArray("hours")
                    .addObject()
                    .put("from", value("from"))
                    .put("until", value("until"));
        }
        amount("capacity", false)
                .ifPresent(
                        amount ->
                                says.putArray("capacities")
                                        .addObject()
                                        .put("amount", amount)
                                        .put("unit", "TRUCK"));
        optional("note");
        return this;
    }

    /// A ruling in part says how much, one that is not for all says why.
    private void fits(String at, String outcome) {
        var word = visit.words().orCode("flow.outcome.", outcome);
        if (outcome.equals("in-part") && value(at + "quantity").isEmpty()) {
            needed(at + "quantity", word);
        }
        if (!outcome.equals("in-part") && !value(at + "quantity").isEmpty()) {
            unfit(at + "quantity", word);
        }
        if (!outcome.equals("for") && value(at + "reasons").isEmpty()) {
            needed(at + "reasons", word);
        }
    }

    private String step() {
        return visit.words().orCode("flow.step.", value("step"));
    }

    /// A field that some choices of another need, and that the others leave empty.
    private void fitting(String name, boolean needed, String choice) {
        if (needed && value(name).isEmpty()) {
            needed(name, choice);
        }
        if (!needed && !value(name).isEmpty() && !value("step").isEmpty()) {
            unfit(name, choice);
        }
        optional(name);
    }

    private void put(ObjectNode into, String name) {
        if (!value(name).isEmpty()) {
            into.put(name, value(name));
        }
    }

    private void reasonsAndNote(ObjectNode said, String at) {
        var reasons = said.putArray("reasons");
        if (!value(at + "reasons").isEmpty()) {
            reasons.add(value(at + "reasons"));
        }
        if (!value(at + "note").isEmpty()) {
            said.put("note", value(at + "note"));
        }
    }

    /// A local date and time as a moment.
    Optional<Instant> moment(String name) {
        var text = value(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(visit.words().zone()).toInstant());
        } catch (DateTimeException noMoment) {
            problem(name, "form.problem.date");
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> amount(String name, boolean required) {
        var text = value(name);
        if (text.isEmpty()) {
            if (required) {
                missing(name);
            }
            return Optional.empty();
        }
        var amount = Amounts.read(text, visit.language());
        if (amount.isEmpty()) {
            problem(name, "form.problem.amount");
        }
        return amount;
    }

    private void required(String name) {
        if (value(name).isEmpty()) {
            missing(name);
        } else {
            says.put(name, value(name));
        }
    }

    private void optional(String name) {
        put(says, name);
    }

    private String value(String name) {
        return Optional.ofNullable(typed.get(name)).map(String::strip).orElse("");
    }

    private void missing(String name) {
        problem(name, "form.problem.missing");
    }

    private void problem(String name, String key) {
        add(name, visit.words().say(key, label(name)));
    }

    private void needed(String name, String choice) {
        add(name, visit.say("form.problem.needed", label(name), choice));
    }

    private void unfit(String name, String choice) {
        add(name, visit.say("form.problem.unfit", label(name), choice));
    }

    private void add(String name, String text) {
        if (problems.stream().noneMatch(one -> one.field().equals(Optional.of(name)))) {
            problems.add(new Problem(Optional.of(name), text));
        }
    }

    /// What the field is called, with the line that it is of.
    private String label(String name) {
        var field = FlowForms.label(visit, name);
        var part = name.split("\\.");
        if (part[0].equals("goods")) {
            return visit.say("form.of-line", part[1], field);
        }
        if (part[0].equals("lines")) {
            var line = asking ? visit.words().number(Integer.parseInt(part[1]) + 1) : part[1];
            return visit.say("form.of-line", line, field);
        }
        return field;
    }
}
