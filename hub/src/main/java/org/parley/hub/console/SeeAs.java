package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.api.Speaker;
import org.parley.hub.api.StatementRequest;
import org.parley.hub.api.Submissions;
import org.parley.hub.console.FormPage.Field;
import org.parley.hub.console.ListPage.Option;
import org.parley.hub.release.PreviewView;
import org.parley.hub.release.Release;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Component;

/// The step of a form before it is sent: to whom it goes, and what one of them will see of it.
@Component
class SeeAs {

    /// The button that asks for it.
    static final String BUTTON = "preview";

    /// The field that says as whom.
    static final String AS = "seen-as";

    private final Addressees addressees;
    private final Release release;
    private final Submissions submissions;
    private final StatementPages pages;
    private final ShiftPart shifts;

    SeeAs(
            Addressees addressees,
            Release release,
            Submissions submissions,
            StatementPages pages,
            ShiftPart shifts) {
        this.addressees = addressees;
        this.release = release;
        this.submissions = submissions;
        this.pages = pages;
        this.shifts = shifts;
    }

    /// @param seen what was asked to be seen, if anything
    /// @param signs whether its author has a passkey to sign it with
    FormPage.Release step(
            Visit visit, Map<String, String> typed, List<ListPage.Part> seen, boolean signs) {
        return new FormPage.Release(
                Optional.of(select(visit, Addressees.FIELD, typed, addressees.options(visit))),
                Optional.of(select(visit, AS, typed, organisations(visit))),
                seen,
                signs);
    }

    private static Field select(
            Visit visit, String name, Map<String, String> typed, List<Option> options) {
        return new Field(
                name,
                visit.say("release.field." + name),
                "",
                "select",
                typed.getOrDefault(name, ""),
                true,
                false,
                options);
    }

    private static List<Option> organisations(Visit visit) {
        var options = new ArrayList<Option>();
        options.add(new Option("", visit.say("form.choose")));
        visit.partners().forEach((id, names) -> options.add(new Option(id, visit.name(names))));
        return options;
    }

    /// The statement as that organisation will see it, and what it changes for members; empty where
    /// neither was asked for.
    ///
    /// @throws InvalidValue what the statement's own rules do not allow
    List<ListPage.Part> seen(Visit visit, Speaker speaker, StatementRequest request, String as) {
        var unsaid = submissions.unsaid(speaker, request);
        var parts = new ArrayList<ListPage.Part>();
        if (!as.isBlank()) {
            release.preview(visit.asked(), unsaid, new PartnerId(as))
                    .ifPresent(view -> parts.add(part(visit, view)));
        }
        shifts.before(visit, request.type(), request.says()).ifPresent(parts::add);
        return parts;
    }

    private ListPage.Part part(Visit visit, PreviewView view) {
        var rows = new ArrayList<Grid.Row>();
        for (var field : view.fields()) {
            for (var fact : pages.facts(visit, field.field(), field.value())) {
                rows.add(
                        Grid.row(
                                Grid.cell(fact.name()),
                                field.shown()
                                        ? Grid.cell(fact.value())
                                        : Grid.state(
                                                Mark.STOPPED,
                                                visit.say(
                                                        "release.withheld",
                                                        word(visit, field.fieldClass())))));
            }
        }
        return new ListPage.Part(
                visit.say("release.as", visit.partner(view.as())),
                note(visit, view),
                new Grid(
                        visit.say("release.as", visit.partner(view.as())),
                        List.of(
                                Grid.text(visit.say("release.part")),
                                Grid.text(visit.say("release.shown"))),
                        rows),
                "");
    }

    private static String note(Visit visit, PreviewView view) {
        var upTo = view.upTo();
        var what =
                upTo == null
                        ? visit.say("release.nothing", visit.partner(view.as()))
                        : visit.say("release.up-to", visit.partner(view.as()), word(visit, upTo));
        return what + " " + visit.say("release.as-far-as-known");
    }

    private static String word(Visit visit, String fieldClass) {
        return visit.words().orCode("class.", fieldClass);
    }
}
