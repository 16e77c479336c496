package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.Coordinators;
import org.parley.hub.api.Asked;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.StatementView;
import org.parley.hub.release.Memberships;
import org.parley.hub.release.ShiftView;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Draws what a change of membership gives and takes.
@Component
class ShiftPart {

    private static final String BEGAN = "access.membership-began";
    private static final String ENDED = "access.membership-ended";

    private final Memberships memberships;
    private final Coordinators coordinators;
    private final Journal journal;

    ShiftPart(Memberships memberships, Coordinators coordinators, Journal journal) {
        this.memberships = memberships;
        this.coordinators = coordinators;
        this.journal = journal;
    }

    /// What saying it would do. Empty where it changes no membership, or one of an organisation
    /// that does not exist for the reader, or where the reader may not say it.
    Optional<ListPage.Part> before(Visit visit, String type, ObjectNode says) {
        return part(
                visit,
                visit.cut(),
                type,
                says.path("organisation").asString(""),
                says.path("group").asString(""));
    }

    /// What the statement did.
    Optional<ListPage.Part> after(Visit visit, StatementView statement) {
        var says = statement.says();
        return says == null
                ? Optional.empty()
                : part(
                        visit,
                        journal.asOf(visit.id(), statement.index()),
                        statement.type(),
                        String.valueOf(says.getOrDefault("organisation", "")),
                        String.valueOf(says.getOrDefault("group", "")));
    }

    private Optional<ListPage.Part> part(
            Visit visit, Cut cut, String type, String organisation, String group) {
        var who = Actor.signedIn(visit.who().organisation(), visit.who().account());
        boolean concerned = type.equals(BEGAN) || type.equals(ENDED);
        if (!concerned
                || organisation.isEmpty()
                || !visit.speaks()
                || !coordinators.coordinates(visit.id(), who)) {
            return Optional.empty();
        }
        var asked = new Asked(visit.reader(), visit.sight(), cut, visit.asked().locale());
        var change =
                new Memberships.Change(
                        new PartnerId(organisation),
                        group.isEmpty() ? null : group,
                        type.equals(BEGAN));
        return memberships.shift(asked, change).map(view -> part(visit, view));
    }

    private static ListPage.Part part(Visit visit, ShiftView view) {
        var rows = new ArrayList<Grid.Row>();
        for (var row : view.rows()) {
            boolean gains =
                    row.to() != null && (row.from() == null || row.to().compareTo(row.from()) > 0);
            rows.add(
                    Grid.row(
                            Grid.cell(visit.words().orCode("type.", row.type())),
                            Grid.state(
                                    gains ? Mark.NOW : Mark.STOPPED,
                                    visit.say(gains ? "shift.gains" : "shift.loses")),
                            Grid.cell(word(visit, row.from())),
                            Grid.cell(word(visit, row.to())),
                            Grid.cell(visit.words().number(row.statements()))));
        }
        return new ListPage.Part(
                visit.say("shift.title", visit.partner(view.organisation())),
                note(visit, view),
                new Grid(
                        visit.say("shift.title", visit.partner(view.organisation())),
                        List.of(
                                Grid.text(visit.say("journal.what")),
                                Grid.text(visit.say("shift.gains-or-loses")),
                                Grid.text(visit.say("shift.before")),
                                Grid.text(visit.say("shift.after")),
                                Grid.number(visit.say("journal.statements"))),
                        rows),
                visit.say("shift.nothing"));
    }

    private static String word(Visit visit, @Nullable String fieldClass) {
        return fieldClass == null
                ? visit.say("shift.unseen")
                : visit.words().orCode("class.", fieldClass);
    }

    private static String note(Visit visit, ShiftView view) {
        var words = visit.words();
        var sums = visit.say("shift.sums", words.number(view.gained()), words.number(view.lost()));
        return sums
                + " "
                + visit.say(view.lost() > 0 ? "shift.cannot-undo-lost" : "shift.cannot-undo")
                + " "
                + visit.say("shift.as-far");
    }
}
