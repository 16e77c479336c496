package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;
import static org.parley.hub.console.Grid.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Paging;
import org.parley.hub.console.ListPage.Filter;
import org.parley.hub.console.ListPage.Option;
import org.parley.hub.journal.ExactReads;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Kinds;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Receipt;
import org.parley.hub.journal.StatementFilter;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.StatementView;
import org.parley.hub.journal.Statements;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The journal to read: what was said, by whom, about what, with the proof of each statement.
@PageController
class JournalController {

    private final Journal journal;
    private final Statements statements;
    private final StatementPages pages;
    private final Kinds kinds;
    private final WitnessTable witnesses;

    JournalController(
            Journal journal,
            Statements statements,
            StatementPages pages,
            Kinds kinds,
            WitnessTable witnesses) {
        this.journal = journal;
        this.statements = statements;
        this.pages = pages;
        this.kinds = kinds;
        this.witnesses = witnesses;
    }

    @GetMapping("/o/{operation}/journal")
    ListPage list(
            Visit visit,
            Paging paging,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String originator,
            @RequestParam(defaultValue = "") String subject) {
        var filter = new StatementFilter(asked(type), asked(originator), asked(subject));
        // The list shows no field of what was said.
        var found =
                ExactReads.unshown(
                        () ->
                                statements.list(
                                        visit.sight(),
                                        visit.cut(),
                                        filter,
                                        paging.afterIndex().orElse(null),
                                        paging.limit() + 1));
        boolean more = found.size() > paging.limit();
        var shown = found.subList(0, Math.min(found.size(), paging.limit()));
        return new ListPage(
                visit.shell(Section.JOURNAL, visit.say("journal.title")),
                visit.say("journal.title"),
                visit.words().count("operations.statements", visit.cut().size()),
                List.of(
                        new Filter("type", visit.say("journal.type"), type, types(visit)),
                        new Filter(
                                "originator",
                                visit.say("journal.originator"),
                                originator,
                                originators(visit)),
                        new Filter("subject", visit.say("journal.subject"), subject, List.of())),
                List.of(
                        Link.to(visit.say("release.desk"), visit.keeping("/release")),
                        Link.to(visit.say("readers.title"), visit.keeping("/readers")),
                        Link.to(visit.say("retention.title"), visit.keeping("/retention")),
                        Link.to(visit.say("silence.title"), visit.keeping("/silence")),
                        Link.to(visit.say("known-to.title"), visit.keeping("/known-to"))),
                List.of(),
                List.of(
                        new ListPage.Part(
                                visit.say("journal.statements"),
                                visit.say("journal.order"),
                                grid(visit, shown),
                                visit.say("log.none")),
                        witnesses.of(visit)),
                paging.after()
                        .map(_ -> Link.to(visit.say("list.newest"), page(visit, filter, null))),
                more
                        ? Optional.of(
                                Link.to(
                                        visit.say("list.older"),
                                        page(visit, filter, shown.getLast().index())))
                        : Optional.empty());
    }

    private static @Nullable String asked(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private List<Option> types(Visit visit) {
        var options = new ArrayList<Option>();
        options.add(new Option("", visit.say("list.all")));
        for (StatementKind<?> kind : kinds.list()) {
            options.add(new Option(kind.type(), visit.words().orCode("type.", kind.type())));
        }
        return options;
    }

    private static List<Option> originators(Visit visit) {
        var options = new ArrayList<Option>();
        options.add(new Option("", visit.say("list.all")));
        visit.partners().forEach((id, names) -> options.add(new Option(id, visit.name(names))));
        return options;
    }

    private static String page(Visit visit, StatementFilter filter, @Nullable Long after) {
        var address =
                UriComponentsBuilder.fromPath(visit.at("/journal"))
                        .queryParamIfPresent("type", Optional.ofNullable(filter.type()))
                        .queryParamIfPresent("originator", Optional.ofNullable(filter.originator()))
                        .queryParamIfPresent("subject", Optional.ofNullable(filter.subject()))
                        .queryParamIfPresent("after", Optional.ofNullable(after))
                        .encode()
                        .toUriString();
        return visit.moment().keptIn(address);
    }

    private Grid grid(Visit visit, List<StatementView> shown) {
        var rows = shown.stream().map(one -> row(visit, one)).toList();
        return new Grid(
                visit.say("journal.title"),
                List.of(
                        Grid.text(visit.say("journal.what")),
                        Grid.text(visit.say("journal.subject")),
                        Grid.text(visit.say("journal.originator")),
                        Grid.text(visit.say("journal.heard")),
                        Grid.spare(visit.say("journal.marks")),
                        Grid.number(visit.say("journal.number"))),
                rows);
    }

    private static Grid.Row row(Visit visit, StatementView one) {
        var words = visit.words();
        return Grid.row(
                link(
                        words.orCode("type.", one.type()),
                        visit.keeping("/journal/" + one.originator() + "/" + one.id())),
                cell(one.subject() == null ? "—" : StatementWords.subject(one.subject())),
                cell(visit.partner(one.originator())),
                cell(words.dayAndTime(one.heardAt()))
                        .below(
                                StatementPages.claimedElsewhen(one)
                                        ? visit.say("journal.of", words.dayAndTime(one.claimedAt()))
                                        : ""),
                one.marks().isEmpty()
                        ? cell("")
                        : Grid.state(Mark.LATE, StatementPages.marks(visit, one)),
                cell(words.number(one.index())));
    }

    /// A statement by its place in the log, as other pages refer to it.
    @GetMapping("/o/{operation}/journal/{index:\\d{1,18}}")
    ResponseEntity<?> byIndex(Visit visit, @PathVariable long index) {
        return ExactReads.unshown(
                        () ->
                                statements.list(
                                        visit.sight(),
                                        visit.cut(),
                                        StatementFilter.ALL,
                                        index + 1,
                                        1))
                .stream()
                .filter(found -> found.index() == index)
                .findFirst()
                .map(
                        found ->
                                Redirects.to(
                                        visit.keeping(
                                                "/journal/"
                                                        + found.originator()
                                                        + "/"
                                                        + found.id())))
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/o/{operation}/journal/{originator}/{id}")
    StatementPage show(
            Visit visit,
            @PathVariable PartnerId originator,
            @PathVariable StatementId id,
            @RequestParam(defaultValue = "") String said) {
        return statements
                .find(visit.sight(), visit.cut(), originator, id)
                .map(
                        found ->
                                pages.of(
                                        visit,
                                        found,
                                        receipt(visit, originator, id),
                                        !said.isEmpty()))
                .orElseThrow(() -> notYetOrNever(visit, originator, id));
    }

    /// Nothing is shown before its checkpoint is published; whoever said it is told that it is
    /// kept.
    private RuntimeException notYetOrNever(Visit visit, PartnerId originator, StatementId id) {
        boolean own = visit.speaks() && visit.reader().organisation().equals(originator);
        return own && journal.find(visit.id(), originator, id).filter(isAfter(visit)).isPresent()
                ? new ReceiptPending()
                : new NotFound();
    }

    /// Stored after what this page shows, be it published by now or not.
    private static Predicate<Outcome> isAfter(Visit visit) {
        return outcome ->
                switch (outcome) {
                    case Outcome.Pending _ -> true;
                    case Outcome.Recorded(_, long index, _, _, _) -> index >= visit.cut().size();
                    case Outcome.Refused _, Outcome.Conflict _ -> false;
                };
    }

    private Optional<Receipt> receipt(Visit visit, PartnerId originator, StatementId id) {
        return statements.receipt(visit.sight(), visit.cut(), originator, id);
    }

    @GetMapping("/o/{operation}/journal/{originator}/{id}/receipt")
    ResponseEntity<String> receiptFile(
            Visit visit, @PathVariable PartnerId originator, @PathVariable StatementId id) {
        return receipt(visit, originator, id)
                .map(
                        found ->
                                file(
                                        "receipt-" + found.index() + ".tlog-proof",
                                        "text/plain",
                                        found.text()))
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/o/{operation}/journal/{originator}/{id}/package")
    ResponseEntity<String> packageFile(
            Visit visit, @PathVariable PartnerId originator, @PathVariable StatementId id) {
        return statements
                .disclosure(visit.sight(), visit.cut(), originator, id)
                .map(found -> file("statement-" + id + ".json", "application/json", found))
                .orElseThrow(NotFound::new);
    }

    private static ResponseEntity<String> file(String name, String type, String content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
