package org.parley.kernel.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.EXACT;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;
import static org.parley.kernel.audience.Sensitivity.HIGH;
import static org.parley.kernel.audience.Sensitivity.LOW;
import static org.parley.kernel.audience.Sensitivity.MODERATE;
import static org.parley.kernel.audience.Sensitivity.SEVERE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

class ClearanceTest {

    static final PartnerId ORIGINATOR = new PartnerId("originator");
    static final PartnerId NAMED = new PartnerId("named");
    static final PartnerId OTHER = new PartnerId("other");

    static Reader member(PartnerId organisation, String... groups) {
        return new Reader(new OperationId("exercise"), organisation, true, EXACT, Set.of(groups));
    }

    static Label label(Sensitivity sensitivity, Audience... audience) {
        return new Label(ORIGINATOR, List.of(audience), sensitivity);
    }

    @Test
    void theOriginatorSeesAllOfItsOwn() {
        assertThat(Clearance.ceiling(member(ORIGINATOR), Label.ownOnly(ORIGINATOR)))
                .contains(EXACT);
    }

    @Test
    void whatIsAddressedToNobodyDoesNotExistForOthers() {
        assertThat(Clearance.ceiling(member(OTHER), Label.ownOnly(ORIGINATOR))).isEmpty();
    }

    @Test
    void theWidestMatchingEntryCounts() {
        var label = Label.between(ORIGINATOR, Set.of(NAMED), COARSE);

        assertThat(Clearance.ceiling(member(NAMED), label)).contains(EXACT);
        assertThat(Clearance.ceiling(member(OTHER), label)).contains(COARSE);
    }

    @Test
    void aGroupIsItsMembersOfToday() {
        var label = label(MODERATE, new Audience.Group("water", OPERATIONAL));

        assertThat(Clearance.ceiling(member(OTHER, "water"), label)).contains(OPERATIONAL);
        assertThat(Clearance.ceiling(member(OTHER, "shelter"), label)).isEmpty();
    }

    @Test
    void whoJoinsAGroupSeesOfItsPastWhatTheirBacklogGrants() {
        var before = addressed(new Addressed(3, 100));
        var dayBefore = addressed(new Addressed(3, 109));
        var after = addressed(new Addressed(9, Long.MIN_VALUE));
        var longAgo = addressed(Addressed.LONG_AGO);

        assertThat(List.of(before, dayBefore, after, longAgo))
                .allMatch(label -> isSeen(Backlog.ALL, label));
        var fromJoining = new Backlog(9, Backlog.NO_DAY);
        assertThat(isSeen(fromJoining, after)).isTrue();
        assertThat(List.of(before, dayBefore, longAgo))
                .noneMatch(label -> isSeen(fromJoining, label));
        var twoDays = new Backlog(9, 108);
        assertThat(List.of(dayBefore, after)).allMatch(label -> isSeen(twoDays, label));
        assertThat(List.of(before, longAgo)).noneMatch(label -> isSeen(twoDays, label));
    }

    private static Label addressed(Addressed time) {
        return label(MODERATE, new Audience.Group("water", OPERATIONAL, time));
    }

    private static boolean isSeen(Backlog backlog, Label label) {
        var reader =
                new Reader(
                        new OperationId("exercise"),
                        OTHER,
                        true,
                        EXACT,
                        Set.of("water"),
                        Map.of("water", backlog));
        return Clearance.ceiling(reader, label).isPresent();
    }

    @Test
    void whoIsNoMemberSeesOnlyWhatIsNamedToThemOrPublic() {
        var outsider = new Reader(new OperationId("exercise"), OTHER, false, EXACT, Set.of());

        assertThat(Clearance.ceiling(outsider, label(MODERATE, new Audience.Operation(COARSE))))
                .isEmpty();
        assertThat(Clearance.ceiling(outsider, label(LOW, new Audience.Public(HEADER))))
                .contains(HEADER);
    }

    @Test
    void aPersonsOwnCeilingCapsEverything() {
        var reader = new Reader(new OperationId("exercise"), ORIGINATOR, true, COARSE, Set.of());

        assertThat(Clearance.ceiling(reader, Label.ownOnly(ORIGINATOR))).contains(COARSE);
    }

    @Test
    void sensitivityCapsTheReachOfALabel() {
        assertThatThrownBy(() -> label(SEVERE, new Audience.Group("water", COARSE)))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> label(HIGH, new Audience.Operation(HEADER)))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> label(MODERATE, new Audience.Public(HEADER)))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void aWiderAudienceNeverGetsMoreThanANarrowerOne() {
        assertThatThrownBy(
                        () ->
                                label(
                                        MODERATE,
                                        new Audience.Group("water", COARSE),
                                        new Audience.Operation(OPERATIONAL)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("narrower");
    }

    @Test
    void thePublicNeverSeesOperationalFields() {
        assertThatThrownBy(() -> label(LOW, new Audience.Public(OPERATIONAL)))
                .isInstanceOf(InvalidValue.class);
    }
}
