package org.parley.hub.release;

import java.util.List;
import java.util.Optional;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.Asked;
import org.parley.hub.journal.HeldTexts;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Service;

/// Held texts as persons of the organisation that submitted them see them: the submitter sees them
/// at once, others once the submitter has asked for a second person.
@Service
public class HeldBack {

    private final HeldTexts texts;
    private final Submitters submitters;
    private final Proposals proposals;

    HeldBack(HeldTexts texts, Submitters submitters, Proposals proposals) {
        this.texts = texts;
        this.submitters = submitters;
        this.proposals = proposals;
    }

    /// Those that nobody has decided on, the newest first.
    public List<HeldTextsView> list(Asked asked, SignedIn who) {
        var waiting = texts.waiting(asked.sight(), asked.cut());
        if (waiting.isEmpty()) {
            return List.of();
        }
        var open = open(asked);
        return waiting.stream().map(one -> view(asked, who, one, open)).toList();
    }

    public Optional<HeldTextsView> find(Asked asked, SignedIn who, StatementId id) {
        return list(asked, who).stream().filter(one -> one.id().equals(id.toString())).findFirst();
    }

    private List<ProposalView> open(Asked asked) {
        return proposals.list(asked).stream()
                .filter(one -> one.isOpen() && one.statement() != null)
                .filter(one -> one.rule().equals(TwoPeopleRule.HELD_TEXT.code()))
                .toList();
    }

    private HeldTextsView view(
            Asked asked, SignedIn who, HeldTexts.Holding one, List<ProposalView> open) {
        var proposal =
                open.stream()
                        .filter(
                                each ->
                                        each.statement() != null
                                                && Submitters.record(each.statement())
                                                        .equals(Optional.of(one.id())))
                        .findFirst();
        boolean mine = submitters.standsFor(who.account(), one.account());
        return new HeldTextsView(
                one.index(),
                one.id().toString(),
                one.type(),
                one.account(),
                one.heardAt(),
                mine,
                proposal.map(ProposalView::id).orElse(null),
                proposal.map(ProposalView::type).orElse(null),
                mine || proposal.isPresent()
                        ? texts.texts(asked.sight(), asked.cut(), one.id())
                                .map(found -> found.stream().map(HeldBack::text).toList())
                                .orElse(null)
                        : null);
    }

    private static HeldTextsView.Text text(HeldTexts.Text one) {
        return new HeldTextsView.Text(one.field(), one.fieldClass().code(), one.sign(), one.text());
    }
}
