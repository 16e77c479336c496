package org.parley.hub.places;

import java.util.Set;
import org.parley.hub.journal.ReadSingly;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.audience.Audience;
import org.springframework.stereotype.Component;

/// Who works where: said to all of the operation, or not at all, so that everybody sees how far
/// somebody may pull.
@Component
class WorkingAreas implements ReadSingly {

    static final String HIDDEN = "places.working-area-hidden";

    private final WorkingAreaStore store;
    private final PlaceStore places;

    WorkingAreas(WorkingAreaStore store, PlaceStore places) {
        this.store = store;
        this.places = places;
    }

    StatementKind<WorkingAreaDeclared> kind() {
        return StatementKind.of(
                "places.working-area-declared",
                WorkingAreaDeclared.class,
                this::decide,
                store::save);
    }

    private Verdict decide(Said<WorkingAreaDeclared> said) {
        boolean toAll =
                said.label().audience().stream()
                        .anyMatch(
                                to ->
                                        to instanceof Audience.Operation
                                                || to instanceof Audience.Public);
        if (!toAll) {
            return Verdict.refused(HIDDEN);
        }
        return places.exists(said.operation(), said.body().area(), What.AREA)
                ? Verdict.accepted()
                : Verdict.accepted(Set.of(PlaceKinds.AREA_UNKNOWN));
    }

    /// Where a site lies is in no list of statements: lists of them know no area.
    @Override
    public Set<String> types() {
        return Set.of(PlaceKinds.SITE);
    }
}
