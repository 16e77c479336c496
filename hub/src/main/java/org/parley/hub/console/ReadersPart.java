package org.parley.hub.console;

import java.util.List;
import java.util.Optional;
import org.parley.hub.api.Paging;
import org.parley.hub.audit.ReadAlertView;
import org.parley.hub.audit.ReadAudit;
import org.parley.hub.audit.ReadView;
import org.parley.hub.journal.StatementView;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Component;

/// Draws who read exact fields of the reader's own records, and who read unusually many.
@Component
class ReadersPart {

    private static final Paging LAST = new Paging(20, Optional.empty());

    private final ReadAudit audit;

    ReadersPart(ReadAudit audit) {
        this.audit = audit;
    }

    /// The last who read the statement's exact fields; empty where nobody of another organisation
    /// did, and for everybody but its originator.
    Optional<ListPage.Part> of(Visit visit, StatementView one) {
        if (!one.originator().equals(visit.reader().organisation().value())) {
            return Optional.empty();
        }
        return audit.of(visit.asked(), StatementId.parse(one.id()), LAST)
                .filter(page -> !page.items().isEmpty())
                .map(
                        page ->
                                new ListPage.Part(
                                        visit.say("readers.of-this"),
                                        visit.say("readers.note"),
                                        grid(visit, page.items()),
                                        visit.say("readers.none")));
    }

    ListPage.Part reads(Visit visit, List<ReadView> reads) {
        return new ListPage.Part(
                visit.say("readers.reads"),
                visit.say("readers.note"),
                grid(visit, reads),
                visit.say("readers.none"));
    }

    private static Grid grid(Visit visit, List<ReadView> reads) {
        return new Grid(
                visit.say("readers.reads"),
                List.of(
                        Grid.text(visit.say("readers.when")),
                        Grid.text(visit.say("readers.who")),
                        Grid.text(visit.say("readers.account")),
                        Grid.text(visit.say("readers.way")),
                        Grid.number(visit.say("readers.statement"))),
                reads.stream().map(read -> row(visit, read)).toList());
    }

    private static Grid.Row row(Visit visit, ReadView read) {
        return Grid.row(
                Grid.cell(visit.words().dayAndTime(read.at())),
                Grid.cell(visit.partner(read.organisation())),
                Grid.code(read.account()),
                Grid.cell(visit.words().orCode("readers.way.", read.way())),
                Grid.link(
                        visit.words().number(read.index()),
                        visit.keeping(
                                "/journal/"
                                        + visit.reader().organisation().value()
                                        + "/"
                                        + read.statement())));
    }

    ListPage.Part alerts(Visit visit) {
        var alerts = audit.alerts(visit.asked(), visit.who().duties().officer());
        return new ListPage.Part(
                visit.say("readers.alerts"),
                visit.say("readers.alerts.note"),
                new Grid(
                        visit.say("readers.alerts"),
                        List.of(
                                Grid.text(visit.say("readers.hour")),
                                Grid.text(visit.say("readers.who")),
                                Grid.text(visit.say("readers.account")),
                                Grid.number(visit.say("readers.records")),
                                Grid.number(visit.say("readers.usual")),
                                Grid.number(visit.say("readers.bound"))),
                        alerts.stream().map(alert -> row(visit, alert)).toList()),
                visit.say("readers.alerts.none"));
    }

    private static String beside(Visit visit, ReadAlertView alert) {
        var own = alert.own() ? visit.say("readers.own") : "";
        var what = alert.what().equals("pulls") ? visit.say("readers.pulls") : "";
        return own.isEmpty() || what.isEmpty() ? own + what : own + " · " + what;
    }

    private static Grid.Row row(Visit visit, ReadAlertView alert) {
        var words = visit.words();
        return Grid.row(
                Grid.state(Mark.LATE, words.dayAndTime(alert.hour())),
                Grid.cell(visit.partner(alert.organisation())).below(beside(visit, alert)),
                Grid.code(alert.account()),
                Grid.cell(words.number(alert.records())),
                Grid.cell(words.number(alert.usual())),
                Grid.cell(words.number(alert.bound())));
    }
}
