package org.parley.hub.devices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.SignedIn;
import org.parley.hub.access.Standing;
import org.parley.hub.api.InvalidValues;
import org.parley.hub.api.NotAllowed;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Requests;
import org.parley.hub.api.Speaker;
import org.parley.hub.api.Submissions;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Kinds;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.Signed;
import org.parley.hub.journal.SignedTexts;
import org.parley.hub.journal.Submission;
import org.parley.hub.journal.UnknownStatementType;
import org.parley.hub.signin.HubOrigin;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.statement.Assurance;
import org.parley.kernel.statement.DeviceStatement;
import org.springframework.stereotype.Service;

/// Statements that devices signed and somebody brings: another device, a message, a stick. Who
/// brings them does not matter; they speak for the person whose device signed them.
@Service
public class SignedStatements {

    /// Texts in one delivery at most.
    public static final int MOST = 500;

    /// Marks what was signed in time and heard after the device's key had ended.
    static final String HEARD_AFTER_END = "devices.heard-after-end";

    /// By how much a device's clock may be wrong.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final DeviceStore store;
    private final Accounts accounts;
    private final Requests requests;
    private final Submissions submissions;
    private final SignedTexts texts;
    private final Kinds kinds;
    private final Journal journal;
    private final HubOrigin origin;
    private final InstantSource clock;

    SignedStatements(
            DeviceStore store,
            Accounts accounts,
            Requests requests,
            Submissions submissions,
            SignedTexts texts,
            Kinds kinds,
            Journal journal,
            HubOrigin origin,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.requests = requests;
        this.submissions = submissions;
        this.texts = texts;
        this.kinds = kinds;
        this.journal = journal;
        this.origin = origin;
        this.clock = clock;
    }

    /// Texts, one a line, each with its own fate.
    ///
    /// @throws InvalidValue when there is none, or too many
    public List<Heard> hearAll(String lines) {
        var given = Arrays.stream(lines.split("\\R")).map(String::strip).toList();
        given = given.stream().filter(one -> !one.isEmpty()).toList();
        if (given.isEmpty() || given.size() > MOST) {
            throw new InvalidValue(
                    "", "value.signed-lines", "must be 1 to {most} signed texts, one a line", MOST);
        }
        return given.stream().map(this::hear).toList();
    }

    private Heard hear(String text) {
        DeviceStatement said;
        try {
            said = DeviceStatement.parse(text);
        } catch (IllegalArgumentException malformed) {
            return refused("", "devices.unreadable");
        }
        var id =
                said.statement().find("id").orElse(null) instanceof JsonString(var given)
                        ? given
                        : "";
        if (!said.text().isSigned()) {
            return refused(id, "devices.not-signed");
        }
        var device = store.byKey(said.text().key()).orElse(null);
        if (device == null) {
            return refused(id, "devices.key-unknown");
        }
        if (!said.hub().equals(origin.text())) {
            return refused(id, "devices.elsewhere");
        }
        if (!said.operation().equals(device.operation().value())) {
            return refused(id, "devices.other-operation");
        }
        return repeated(device, said, id).orElseGet(() -> hear(device, said, text, id));
    }

    /// What is in the journal stays there, whatever has become of the device since.
    private Optional<Heard> repeated(Device device, DeviceStatement said, String id) {
        StatementId statement;
        try {
            statement = StatementId.parse(id);
        } catch (InvalidValue notAUuid) {
            return Optional.empty();
        }
        return texts.find(device.operation(), device.organisation(), statement)
                .map(DeviceStatement::parse)
                .filter(known -> known.text().key().equals(device.key()))
                .filter(known -> Arrays.equals(known.text().payload(), said.text().payload()))
                .flatMap(_ -> journal.find(device.operation(), device.organisation(), statement))
                .map(outcome -> heard(id, outcome));
    }

    private Heard hear(Device device, DeviceStatement said, String text, String id) {
        var person = accounts.find(device.account()).filter(Standing::enabled).orElse(null);
        if (person == null) {
            return refused(id, "devices.revoked");
        }
        var now = clock.instant();
        var barred = barred(device, said.signedAt(), now);
        if (barred.isPresent()) {
            return refused(id, barred.get());
        }
        try {
            var submission = submission(device, person, said);
            boolean ended = now.isAfter(device.endsAt());
            if (ended && isCommand(said)) {
                return refused(id, "devices.ended");
            }
            var signed = new Signed(text, ended ? List.of(HEARD_AFTER_END) : List.of());
            return heard(id, journal.submit(submission.signed(signed)));
        } catch (InvalidValues values) {
            return new Heard(
                    id,
                    new Heard.Fate.Refused(new Refusal("devices.statement-invalid", Map.of())),
                    values.values());
        } catch (UnknownStatementType unknown) {
            return refused(id, new Refusal("devices.type-unknown", Map.of("type", unknown.type())));
        } catch (NotAllowed refused) {
            return refused(id, refused.why());
        } catch (NotFound gone) {
            return refused(id, "devices.no-part");
        }
    }

    /// A key that was revoked may be in other hands, and whoever holds it writes the time of
    /// signing: nothing that is new is taken from it. A key that only ended is still its person's.
    private static Optional<Refusal> barred(Device device, Instant signedAt, Instant now) {
        if (device.revokedAt().isPresent()) {
            return Optional.of(new Refusal("devices.revoked", Map.of()));
        }
        if (signedAt.isBefore(device.addedAt().minus(SKEW)) || signedAt.isAfter(device.endsAt())) {
            return Optional.of(
                    new Refusal(
                            "devices.not-valid-then",
                            Map.of(
                                    "from", device.addedAt().toString(),
                                    "until", device.endsAt().toString())));
        }
        return signedAt.isAfter(now.plus(SKEW))
                ? Optional.of(new Refusal("devices.ahead-of-time", Map.of()))
                : Optional.empty();
    }

    private Submission<?> submission(Device device, Standing person, DeviceStatement said) {
        var account = person.account();
        var who = new SignedIn(account.id(), account.organisation(), account.name());
        Speaker speaker =
                requests.speaker(
                        who,
                        device.operation(),
                        new Actor(
                                device.organisation(),
                                account.id(),
                                device.key(),
                                Assurance.DEVICE_SIGNED));
        var submission = submissions.signed(speaker, said.text().payload());
        if (submission.device().filter(one -> one.device().equals(device.id())).isEmpty()) {
            throw new NotAllowed(
                    new Refusal("devices.other-device", Map.of("device", device.id())));
        }
        return submission;
    }

    private boolean isCommand(DeviceStatement said) {
        return said.statement().find("type").orElse(null) instanceof JsonString(var type)
                && kinds.isCommand(type);
    }

    private static Heard heard(String id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded(_, long index, var receipt, boolean repeated, _) ->
                    new Heard(
                            id,
                            repeated
                                    ? new Heard.Fate.Repeated(index, receipt)
                                    : new Heard.Fate.Recorded(index, receipt),
                            List.of());
            case Outcome.Pending(_, long index) ->
                    new Heard(id, new Heard.Fate.Pending(index), List.of());
            case Outcome.Refused(_, var why) -> refused(id, why);
            case Outcome.Conflict _ ->
                    refused(id, new Refusal("journal.id-taken", Map.of("id", id)));
        };
    }

    private static Heard refused(String id, String code) {
        return refused(id, new Refusal(code, Map.of()));
    }

    private static Heard refused(String id, Refusal why) {
        return new Heard(id, new Heard.Fate.Refused(why), List.of());
    }
}
