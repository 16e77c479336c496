package org.parley.hub.examples.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.hub.examples.ExampleFiles;
import org.parley.hub.partners.FootprintRuleSet;
import org.parley.hub.partners.SeatReported;
import org.parley.hub.partners.SeatStage;

class CastTest {

    private static final ExampleFiles FILES = ExampleFiles.of("exercise");

    @Test
    void partnersArriveOverTheFirstWeeksAndTheirStaffStayOutside() {
        var lines = Cast.read(FILES);

        assertThat(lines).extracting(Line::key).doesNotHaveDuplicates();
        assertThat(lines).allMatch(line -> line.heard().isBefore(World.START));
        assertThat(lines)
                .extracting(Line::body)
                .filteredOn(
                        body ->
                                body instanceof SeatReported seat
                                        && seat.stage() == SeatStage.SEATED)
                .hasSizeGreaterThan(12);
        assertThat(lines)
                .extracting(Line::body)
                .filteredOn(FootprintRuleSet.class::isInstance)
                .hasSize(2);
    }

    @Test
    void accountsCoverTheRolesThatTheDemoShows() {
        assertThat(Cast.accounts(FILES)).hasSize(11).allMatch(account -> account.demo());
    }
}
