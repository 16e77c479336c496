package org.parley.hub.release;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.hub.access.MembershipBegan;
import org.parley.hub.api.SecondPerson;
import org.parley.hub.api.Speaker;
import org.parley.hub.journal.OwnStatement;
import org.parley.hub.journal.OwnStatements;
import org.parley.hub.journal.Submission;
import org.parley.hub.journal.TextReleased;
import org.parley.hub.journal.TextStruck;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Which acts wait for a second person: letting an organisation into a group, showing something
/// sensitive to more, drawing a large export, releasing or striking held texts. The proposal has
/// the id that its author gave the act, so that sending it again stores it once; the act gets one
/// that follows from it.
@Component
class TwoPeople implements SecondPerson {

    private final OwnStatements own;
    private final List<WantsTwo> features;

    TwoPeople(OwnStatements own, List<WantsTwo> features) {
        this.own = own;
        this.features = List.copyOf(features);
    }

    @Override
    public Submission<?> held(
            Speaker speaker, String type, Submission<?> act, ObjectNode statement) {
        return rule(speaker, type, act)
                .<Submission<?>>map(rule -> proposal(rule, type, act, statement))
                .orElse(act);
    }

    @Override
    public boolean holds(Submission<?> said) {
        return said.body() instanceof ActProposed;
    }

    private Optional<TwoPeopleRule> rule(Speaker speaker, String type, Submission<?> act) {
        if (act.body() instanceof MembershipBegan(_, var group) && group != null) {
            return Optional.of(TwoPeopleRule.GROUP_MEMBER);
        }
        if (act.body() instanceof ExportDrawn) {
            return Optional.of(TwoPeopleRule.EXPORT);
        }
        if (act.body() instanceof TextReleased || act.body() instanceof TextStruck) {
            return Optional.of(TwoPeopleRule.HELD_TEXT);
        }
        boolean widens =
                Stream.concat(replaced(speaker, act), describedBefore(speaker, type, act))
                        .anyMatch(before -> Widening.of(before.label(), act.label()));
        return widens
                ? Optional.of(TwoPeopleRule.WIDENING)
                : features.stream()
                        .flatMap(feature -> feature.rule(speaker, act).stream())
                        .findFirst();
    }

    private Stream<OwnStatement> replaced(Speaker speaker, Submission<?> act) {
        return act.references().replaces().stream()
                .flatMap(
                        id ->
                                own
                                        .find(
                                                speaker.operation(),
                                                speaker.actor().organisation(),
                                                id)
                                        .stream());
    }

    /// A thing's description takes the place of the one before, whether it says so or not. Reports
    /// about one thing stand side by side: that one of them was kept close says nothing of others.
    private Stream<OwnStatement> describedBefore(Speaker speaker, String type, Submission<?> act) {
        boolean describes = type.endsWith("-described") || type.equals("claims.claimed");
        var operation = speaker.operation();
        var organisation = speaker.actor().organisation();
        boolean sentAgain =
                describes
                        && own.find(operation, organisation, act.id())
                                .filter(said -> said.type().equals(type))
                                .isPresent();
        return describes && !sentAgain
                ? own.latest(operation, organisation, type, act.body().subject()).stream()
                : Stream.empty();
    }

    private static Submission<ActProposed> proposal(
            TwoPeopleRule rule, String type, Submission<?> act, ObjectNode statement) {
        var id =
                StatementId.derivedFrom(
                        "act", act.actor().organisation().value(), act.id().toString());
        var said =
                statement
                        .deepCopy()
                        .put("id", id.toString())
                        .put("claimedAt", act.claimedAt().toString());
        said.remove(List.of("device", "seen")); // they are of the first person's act
        return new Submission<>(
                act.operation(),
                act.id(),
                act.actor(),
                Label.ownOnly(act.actor().organisation()),
                act.claimedAt(),
                new ActProposed(id, type, rule, said.toString()));
    }
}
