package org.parley.hub.heard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.kernel.audience.Backlog;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// What a desk could see is worked out later from what was kept of it.
class DeskTest {

    private static final OperationId OPERATION = new OperationId("exercise");

    private static Reader reader(Map<String, Backlog> groups) {
        return new Reader(
                OPERATION,
                new PartnerId("south-relief"),
                true,
                FieldClass.OPERATIONAL,
                groups.keySet(),
                groups);
    }

    @Test
    void whatItsGroupsGrantedIsKept() {
        var reader =
                reader(
                        Map.of(
                                "open", Backlog.ALL,
                                "closed", new Backlog(120, Backlog.NO_DAY),
                                "recent", new Backlog(120, 20_500)));

        assertThat(Desk.of(reader).reader(OPERATION)).isEqualTo(reader);
        assertThat(Desk.groups(Desk.of(reader).groupText())).isEqualTo(reader.backlogs());
        assertThat(Desk.of(reader).groupText())
                .isEqualTo("closed=120=%d,open,recent=120=20500".formatted(Backlog.NO_DAY));
    }

    @Test
    void aGroupMayBeCalledAnything() {
        var reader = reader(Map.of("a,b=1=2", Backlog.ALL, "غذاء %2C", new Backlog(1, 2)));

        assertThat(Desk.groups(Desk.of(reader).groupText())).isEqualTo(reader.backlogs());
        assertThat(Desk.groups(Desk.of(reader(Map.of())).groupText())).isEmpty();
    }

    @Test
    void onlyVisibleMembershipsAreToldOfToOthers() {
        var desk = Desk.of(reader(Map.of("open", Backlog.ALL, "closed", new Backlog(5, 6))));

        assertThat(desk.within(Set.of("closed")))
                .isEqualTo(
                        new Desk(
                                new PartnerId("south-relief"),
                                false,
                                FieldClass.OPERATIONAL,
                                Map.of("closed", new Backlog(5, 6))));
    }
}
