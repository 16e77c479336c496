package org.parley.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.parley.hub.HubUnderTest;

/// What holds for others is set by those who coordinate, and by nobody else.
class CoordinatorsTest {

    private static final String COORDINATOR = "center-coordinator";

    static final List<String> HELD_FOR_OTHERS =
            List.of(
                    """
                    "access.membership-began","says":{"organisation":"newcomer"}""",
                    """
                    "access.membership-ended","says":{"organisation":"south-relief"}""",
                    """
                    "partners.group-described","says":{"group":"water","names":{"common":{"en":"Water"},"byParty":{}},"lead":"north-aid"}""",
                    """
                    "partners.footprint-rule-set","says":{"rule":"no-entry","partner":"north-aid","area":"zone-1","lifted":false}""");

    private static final HubUnderTest HUB = HubUnderTest.start();

    @BeforeAll
    static void enrol() {
        HUB.enrol(COORDINATOR, "host", Role.COORDINATOR);
    }

    @ParameterizedTest
    @FieldSource("HELD_FOR_OTHERS")
    void aContributorMayNot(String said) {
        var answer = say(HubUnderTest.NORTH, said);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("access.not-a-coordinator");
    }

    @ParameterizedTest
    @FieldSource("HELD_FOR_OTHERS")
    void aCoordinatorMay(String said) {
        assertThat(say(COORDINATOR, said).status()).isEqualTo(201);
    }

    private static org.parley.hub.HubClient.Answer say(String account, String said) {
        return HUB.as(account)
                .post(
                        "/api/v1/operations/exercise/statements",
                        "{\"id\":\"%s\",\"type\":%s}".formatted(UUID.randomUUID(), said));
    }
}
