package org.parley.hub.partners;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Service;

/// What others may ask about the partners of an operation.
@Service
public class Partners {

    private final PartnerStore partners;
    private final SeatStore seats;
    private final GroupStore groups;

    Partners(PartnerStore partners, SeatStore seats, GroupStore groups) {
        this.partners = partners;
        this.seats = seats;
        this.groups = groups;
    }

    /// All organisations that the reader may see, by id.
    public List<PartnerView> list(Sight sight, Cut cut) {
        var roles = partners.roles(sight, cut);
        var registrations = seats.registrations(sight, cut);
        var said = seats.seats(sight, cut);
        var working = groups.groups(sight, cut);
        var views = new LinkedHashMap<PartnerId, PartnerView>();
        for (var described : partners.list(sight, cut)) {
            var id = described.partner().value();
            var mine = said.stream().filter(seat -> seat.partner().equals(id)).toList();
            views.putIfAbsent(
                    described.partner(),
                    new PartnerView(
                            id,
                            described.kind().code(),
                            described.names(),
                            roles.stream().filter(role -> role.partner().equals(id)).toList(),
                            registrations.stream()
                                    .filter(registration -> registration.partner().equals(id))
                                    .toList(),
                            mine,
                            mine.isEmpty() ? null : mine.getLast(),
                            working.stream()
                                    .filter(group -> group.members().contains(id))
                                    .map(GroupView::group)
                                    .toList()));
        }
        return List.copyOf(views.values());
    }

    public Optional<PartnerView> find(Sight sight, Cut cut, PartnerId partner) {
        return list(sight, cut).stream()
                .filter(view -> view.partner().equals(partner.value()))
                .findFirst();
    }

    public List<GroupView> groups(Sight sight, Cut cut) {
        return groups.groups(sight, cut);
    }

    public List<FootprintRule> footprintRules(Sight sight, Cut cut) {
        return groups.rules(sight, cut);
    }

    /// Whether the partner holds a role on a day, as the log stands: for deciding, not for showing.
    public boolean holds(
            OperationId operation, PartnerId partner, PartnerRole role, LocalDate day) {
        return partners.holds(operation, partner, role, day, true);
    }

    /// Whether any footprint rule in force concerns the organisation, as the log stands: where none
    /// does, nobody needs to ask where a place lies.
    public boolean restricts(OperationId operation, PartnerId organisation) {
        var rules = groups.rulesInForce(operation);
        return !rules.isEmpty()
                && Footprint.concerns(
                        rules, organisation, partners.kind(operation, organisation).orElse(null));
    }

    /// The footprint rule that forbids an organisation a place, as the log stands.
    ///
    /// @param areas the areas that the place lies in; empty when unknown, which counts as inside
    public Optional<FootprintRule> broken(
            OperationId operation, PartnerId organisation, Set<String> areas) {
        return Footprint.broken(
                groups.rulesInForce(operation),
                organisation,
                partners.kind(operation, organisation).orElse(null),
                areas);
    }
}
