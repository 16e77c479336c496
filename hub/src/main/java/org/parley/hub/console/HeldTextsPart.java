package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.StatementView;
import org.parley.hub.release.HeldBack;
import org.parley.hub.release.HeldTextsView;
import org.parley.hub.release.ProposalView;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Texts that look like personal data and are held back: all of an organisation, those of one
/// statement, and those that a second person is asked about.
@Component
class HeldTextsPart {

    private final HeldBack held;

    HeldTextsPart(HeldBack held) {
        this.held = held;
    }

    /// All that nobody has decided on.
    ListPage.Part all(Visit visit) {
        var rows = new ArrayList<Grid.Row>();
        held.list(visit.asked(), visit.who()).forEach(one -> rows.addAll(rows(visit, one)));
        return new ListPage.Part(
                visit.say("held.title"),
                visit.say("held.note"),
                new Grid(
                        visit.say("held.title"),
                        List.of(
                                Grid.text(visit.say("journal.statement")),
                                Grid.text(visit.say("held.text")),
                                Grid.text(visit.say("held.sign")),
                                Grid.text(visit.say("held.by")),
                                Grid.text(visit.say("journal.heard"))),
                        rows),
                visit.say("held.none"));
    }

    private static List<Grid.Row> rows(Visit visit, HeldTextsView one) {
        var texts = one.texts();
        return texts == null
                ? List.of(row(visit, one, null))
                : texts.stream().map(text -> row(visit, one, text)).toList();
    }

    private static Grid.Row row(Visit visit, HeldTextsView one, HeldTextsView.@Nullable Text text) {
        var words = visit.words();
        return Grid.row(
                Grid.link(
                        words.orCode("type.", one.type()),
                        visit.keeping(
                                "/journal/" + visit.reader().organisation() + "/" + one.id())),
                Grid.cell(text == null ? visit.say("held.unseen") : text.text()),
                Grid.cell(text == null ? "" : words.orCode("held.sign.", text.sign())),
                Grid.code(one.by()),
                Grid.cell(words.dayAndTime(one.heardAt())));
    }

    /// Those of one statement, where the reader may see them.
    Optional<HeldTextsView> find(Visit visit, StatementView one) {
        boolean own = one.originator().equals(visit.reader().organisation().value());
        return own && one.heldTexts() != null && one.heldTexts().state().equals("held")
                ? held.find(visit.asked(), visit.who(), StatementId.parse(one.id()))
                : Optional.empty();
    }

    /// What became of the texts of a statement, in a sentence.
    static Optional<String> note(Visit visit, StatementView one) {
        return Optional.ofNullable(one.heldTexts())
                .map(became -> visit.say("held.state." + became.state()));
    }

    /// The held texts of a statement of the reader's own organisation.
    static Optional<ListPage.Part> of(Visit visit, Optional<HeldTextsView> held) {
        return held.map(one -> part(visit, one));
    }

    private static ListPage.Part part(Visit visit, HeldTextsView one) {
        return new ListPage.Part(
                visit.say("held.title"),
                visit.say("held.note"),
                grid(visit, Optional.ofNullable(one.texts()).orElse(List.of())),
                visit.say("held.unseen"));
    }

    private static Grid grid(Visit visit, List<HeldTextsView.Text> texts) {
        return new Grid(
                visit.say("held.title"),
                List.of(Grid.text(visit.say("held.text")), Grid.text(visit.say("held.sign"))),
                texts.stream()
                        .map(
                                text ->
                                        Grid.row(
                                                Grid.cell(text.text()),
                                                Grid.cell(
                                                        visit.words()
                                                                .orCode(
                                                                        "held.sign.",
                                                                        text.sign()))))
                        .toList());
    }

    /// What the reader may do about the held texts of a statement.
    static List<Link> actions(Visit visit, Optional<HeldTextsView> held) {
        return held.filter(_ -> visit.speaks()).map(one -> links(visit, one)).orElse(List.of());
    }

    private static List<Link> links(Visit visit, HeldTextsView one) {
        var proposal = one.proposal();
        if (proposal != null) {
            return List.of(
                    Link.to(visit.say("held.asked"), visit.at("/release/proposals/" + proposal)));
        }
        return one.mine()
                ? Stream.of("release-text", "strike-text")
                        .map(act -> form(visit, act, one))
                        .toList()
                : List.of();
    }

    private static Link form(Visit visit, String act, HeldTextsView one) {
        return Link.to(
                visit.say("say." + act),
                UriComponentsBuilder.fromPath(visit.at("/say/" + act))
                        .queryParam("record", one.id())
                        .encode()
                        .toUriString());
    }

    /// What a second person is asked about.
    Optional<ListPage.Part> proposed(Visit visit, ProposalView proposal) {
        if (!proposal.rule().equals("held-text") || !proposal.isOpen()) {
            return Optional.empty();
        }
        return held.list(visit.asked(), visit.who()).stream()
                .filter(one -> proposal.id().equals(one.proposal()))
                .findFirst()
                .map(one -> part(visit, one));
    }
}
