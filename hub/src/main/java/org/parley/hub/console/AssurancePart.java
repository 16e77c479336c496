package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.hub.assurance.AssuranceView;
import org.parley.hub.assurance.Assurances;
import org.parley.hub.journal.StatementView;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.statement.Assurance;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Draws who stands behind a statement, and who is said to have it.
@Component
class AssurancePart {

    private final Assurances assurances;

    AssurancePart(Assurances assurances) {
        this.assurances = assurances;
    }

    Optional<AssuranceView> find(Visit visit, StatementView one) {
        return assurances.find(
                visit.asked(), new PartnerId(one.originator()), StatementId.parse(one.id()));
    }

    /// What the reader may do about it.
    static List<Link> actions(Visit visit, StatementView one, Optional<AssuranceView> assurance) {
        var links = new ArrayList<Link>();
        if (!visit.speaks()) {
            return links;
        }
        boolean ours = one.originator().equals(visit.reader().organisation().value());
        if (ours
                && !one.erased()
                && assurance.filter(a -> a.authorProofs().isEmpty()).isPresent()) {
            links.add(
                    Link.to(
                            visit.say("prove.title"),
                            visit.at("/journal/" + one.originator() + "/" + one.id() + "/prove")));
        }
        links.add(
                Link.to(
                        visit.say("acknowledged.record"),
                        UriComponentsBuilder.fromPath(visit.at("/say/acknowledgement"))
                                .queryParam("originator", one.originator())
                                .queryParam("record", one.id())
                                .encode()
                                .toUriString()));
        return links;
    }

    /// On whose word a statement rests, in the facts of its page.
    static String level(Visit visit, StatementView one, Optional<AssuranceView> assurance) {
        var attested = visit.words().orCode("assurance.", one.assurance());
        if (one.assurance().equals(Assurance.PASSKEY_SIGNED.code())) {
            return assurance.stream()
                    .flatMap(found -> found.authorProofs().stream())
                    .filter(proof -> proof.statement().equals(one.id()))
                    .findFirst()
                    .map(proof -> visit.say("sign.level", proof.key()))
                    .orElse(attested);
        }
        return assurance.stream()
                .flatMap(found -> found.authorProofs().stream())
                .findFirst()
                .map(proof -> visit.say("prove.level", proof.key(), attested))
                .orElse(attested);
    }

    static Optional<ListPage.Part> acknowledgements(Visit visit, AssuranceView assurance) {
        if (assurance.acknowledgements().isEmpty()) {
            return Optional.empty();
        }
        var rows = assurance.acknowledgements().stream().map(one -> row(visit, one)).toList();
        return Optional.of(
                new ListPage.Part(
                        visit.say("acknowledged.title"),
                        visit.say("acknowledged.note"),
                        new Grid(
                                visit.say("acknowledged.title"),
                                List.of(
                                        Grid.text(visit.say("field.acknowledgedBy")),
                                        Grid.text(visit.say("acknowledged.rests-on")),
                                        Grid.text(visit.say("acknowledged.recorded")),
                                        Grid.text(visit.say("field.note"))),
                                rows),
                        ""));
    }

    private static Grid.Row row(Visit visit, AssuranceView.Acknowledgement one) {
        var mark = one.level().equals("signed-file") ? Mark.GOOD : Mark.UNKNOWN;
        return Grid.row(
                Grid.cell(visit.partner(one.by())).below(one.post() == null ? "" : one.post()),
                Grid.state(mark, visit.words().orCode("acknowledged.level.", one.level()))
                        .below(on(visit, one)),
                Grid.link(
                                visit.partner(one.recordedBy()),
                                visit.keeping(
                                        "/journal/" + one.recordedBy() + "/" + one.statement()))
                        .below(visit.words().dayAndTime(one.at())),
                Grid.cell(one.note() == null ? "" : one.note()));
    }

    private static String on(Visit visit, AssuranceView.Acknowledgement one) {
        if (one.readBack() != null) {
            return visit.say("acknowledged.read-back", one.readBack());
        }
        return one.hash() == null ? "" : visit.say("acknowledged.hash", one.hash());
    }
}
