package org.parley.hub.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Duties;
import org.parley.hub.access.Means;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.SecondOfficer;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// A liaison officer never signs in. They acknowledge by a signed file, by e-mail and by a call; a
/// desk records each, and each rests on what it rests on.
class AcknowledgementStory {

    private static final HubUnderTest HUB = HubUnderTest.shared();
    private static final String DIGEST =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final HubClient desk = HUB.as(HubUnderTest.NORTH);
    private final String record = say();

    private String say() {
        var id = UUID.randomUUID().toString();
        var answer =
                desk.post(
                        inOperation("/statements"),
                        "{\"id\":\"%s\",\"type\":\"partners.seat-reported\",\"says\":{\"partner\":\"north-aid\",\"stage\":\"seated\",\"on\":\"2026-03-01\",\"approximate\":false}}"
                                .formatted(id));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    private HubClient.Answer acknowledge(Map<String, String> how) {
        var says = new TreeMap<String, String>(how);
        says.put("originator", "north-aid");
        says.put("record", record);
        says.put("acknowledgedBy", "south-relief");
        return desk.say("assurance.acknowledged", says);
    }

    private List<String> levels(HubClient reader) {
        return reader.get(inOperation("/statements/north-aid/" + record + "/assurance"))
                .json()
                .get("acknowledgements")
                .valueStream()
                .map(one -> one.get("level").asString())
                .toList();
    }

    @Test
    void eachWayHasItsOwnLevel() {
        var mail = acknowledge(Map.of("means", "e-mail", "hash", DIGEST, "post", "Liaison"));
        assertThat(mail.status()).as(mail.text()).isEqualTo(201);
        var call = acknowledge(Map.of("means", "call", "readBack", "Duty officer"));
        assertThat(call.status()).as(call.text()).isEqualTo(201);
        var key = liaison();
        assertThat(acknowledge(Map.of("means", "signed-file", "file", file(key, record))).status())
                .isEqualTo(201);
        assertThat(
                        acknowledge(
                                        Map.of(
                                                "means",
                                                "signed-file",
                                                "file",
                                                file(key, UUID.randomUUID().toString())))
                                .status())
                .isEqualTo(201);
        assertThat(
                        acknowledge(Map.of("means", "signed-file", "file", file(unknown(), record)))
                                .status())
                .isEqualTo(201);

        var expected =
                List.of("e-mail", "call", "signed-file", "file-not-proved", "file-not-proved");
        assertThat(levels(desk)).isEqualTo(expected);
        assertThat(levels(HUB.as(HubUnderTest.SOUTH))).isEqualTo(expected);
        var first =
                desk.get(inOperation("/statements/north-aid/" + record + "/assurance"))
                        .json()
                        .at("/acknowledgements/0");
        assertThat(first.get("hash").asString()).isEqualTo(DIGEST);
        assertThat(first.get("recordedBy").asString()).isEqualTo("north-aid");
    }

    @Test
    void whatALevelRestsOnHasToBeThere() {
        for (var means : List.of("e-mail", "call", "signed-file")) {
            var answer = acknowledge(Map.of("means", means));
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/code").asString())
                    .isEqualTo("value.needed-for-means");
        }
        assertThat(acknowledge(Map.of("means", "e-mail", "hash", "abc")).status()).isEqualTo(400);
    }

    private static TestMachine unknown() {
        return new TestMachine(
                "EdDSA", HUB.bean(HubOrigin.class).text(), new HubClient(HUB.address(), null));
    }

    /// A key that an officer of the other organisation enrolled for its liaison office.
    private static TestMachine liaison() {
        var key = unknown();
        var officer = "person-" + UUID.randomUUID().toString().substring(0, 8);
        var part =
                new Account.Part(
                        new OperationId(HubUnderTest.OPERATION), Role.OBSERVER, FieldClass.COARSE);
        var accounts = HUB.bean(Accounts.class);
        accounts.enrol(
                new Account(
                        officer,
                        new PartnerId("south-relief"),
                        officer,
                        false,
                        false,
                        List.of(part)));
        accounts.setDuties(officer, new Duties(true, false));
        var signIns = HUB.bean(SignIns.class);
        var who =
                signIns.find(signIns.open(officer, Means.PASSKEY, "192.0.2.1", "k", Instant.now()))
                        .orElseThrow();
        var second = SecondOfficer.of(HUB, "south-relief");
        HUB.bean(Machines.class).enrol(who, "Liaison files", part, key.enrolment(), "192.0.2.1");
        assertThat(second.standsForAll()).isPositive();
        return key;
    }

    private static String file(TestMachine key, String record) {
        return key.jwt(
                Map.of("typ", "parley-acknowledgement+jwt", "kid", key.kid()),
                Map.of(
                        "aud",
                        HUB.bean(HubOrigin.class).text(),
                        "iat",
                        TestMachine.now(),
                        "operation",
                        HubUnderTest.OPERATION,
                        "originator",
                        "north-aid",
                        "record",
                        record));
    }
}
