package org.parley.hub.devices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignedIn;
import org.parley.hub.access.Standing;
import org.parley.hub.api.Submissions;
import org.parley.hub.journal.DeviceCounters;
import org.parley.hub.journal.Refusal;
import org.parley.hub.signin.Awaited;
import org.parley.hub.signin.Deeds;
import org.parley.hub.signin.Enrolments;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.Refused;
import org.parley.hub.signin.SecondPeople;
import org.parley.hub.signin.Tries;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.json.Json;
import org.parley.kernel.json.JsonObject;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.proof.Sha256;
import org.parley.kernel.statement.SelfSigned;
import org.springframework.stereotype.Service;

/// The devices of people in the field: asked for, enrolled by a link, listed, revoked. A person
/// looks after their own, an officer after those of their organisation; a coordinator sees those of
/// their organisation in the operation that they coordinate.
@Service
public class Devices {

    /// What the text is in which a device brings its key.
    static final String KEY_TYPE = "parley-device-key+jws";

    private static final int TOKEN_BYTES = 32;
    private static final int ID_BYTES = 8;

    private final DeviceStore store;
    private final DeviceCounters counters;
    private final Accounts accounts;
    private final Deeds deeds;
    private final SecondPeople second;
    private final Tries tries;
    private final HubOrigin origin;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Devices(
            DeviceStore store,
            DeviceCounters counters,
            Accounts accounts,
            Deeds deeds,
            SecondPeople second,
            Tries tries,
            HubOrigin origin,
            InstantSource clock) {
        this.store = store;
        this.counters = counters;
        this.accounts = accounts;
        this.deeds = deeds;
        this.second = second;
        this.tries = tries;
        this.origin = origin;
        this.clock = clock;
    }

    /// A device that somebody asks for.
    ///
    /// @param account whose it will be; the asker's own where it is null
    /// @param days how long its key shall stand, 1 to 30
    public record Wanted(
            @Nullable String account,
            String name,
            OperationId operation,
            FieldClass ceiling,
            int days) {}

    /// A link that was made a moment ago: shown once, kept by nobody.
    ///
    /// @param waits whether it is good for nothing until a second person stands for it
    public record Made(String device, String address, Instant endsAt, boolean waits) {}

    /// Those that they look after, and those that they see as coordinators; the newest first.
    public List<Device> of(SignedIn who) {
        return store.of(who.organisation()).stream().filter(one -> sees(who, one)).toList();
    }

    /// One of them; no other exists here.
    public Optional<Device> find(SignedIn who, String id) {
        return store.find(id).filter(one -> sees(who, one));
    }

    private boolean sees(SignedIn who, Device device) {
        return looksAfter(who, device)
                || device.organisation().equals(who.organisation())
                        && part(who.account(), device.operation())
                                .filter(part -> part.role() == Role.COORDINATOR)
                                .isPresent();
    }

    /// Whether they may revoke it.
    public boolean looksAfter(SignedIn who, Device device) {
        return device.organisation().equals(who.organisation())
                && (device.account().equals(who.account()) || who.duties().officer());
    }

    /// What was heard of it, and what never arrived.
    public DeviceCounters.Counted counted(Device device) {
        return counters.of(device.operation(), device.organisation(), device.id());
    }

    /// How it stands now.
    public Device.State state(Device device) {
        return device.state(clock.instant());
    }

    /// The people for whom they may ask for a device.
    public List<Standing> people(SignedIn who) {
        return accounts.of(who.organisation()).stream()
                .filter(one -> mayAskFor(who, one))
                .filter(
                        one ->
                                one.account().parts().stream()
                                        .anyMatch(part -> part.role().speaks()))
                .toList();
    }

    private static boolean mayAskFor(SignedIn who, Standing one) {
        return one.enabled()
                && !one.account().machine()
                && one.account().organisation().equals(who.organisation())
                && (one.account().id().equals(who.account()) || who.duties().officer());
    }

    /// Makes the link that one device opens.
    ///
    /// @throws Refused when it is not theirs to ask for
    public Made ask(SignedIn who, Wanted wanted, String address) {
        var account =
                accounts.find(Optional.ofNullable(wanted.account()).orElse(who.account()))
                        .filter(one -> mayAskFor(who, one))
                        .orElseThrow(() -> new Refused("signin.not-yours"))
                        .account();
        check(account, wanted);
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        boolean own = account.id().equals(who.account());
        var organisation = account.organisation().value();
        boolean waits = !own && second.isThere(who.account(), organisation, account.id());
        var now = clock.instant();
        var link =
                new DeviceLink(
                        newId(),
                        account.id(),
                        wanted.operation(),
                        wanted.ceiling(),
                        Enrolments.post(wanted.name()),
                        wanted.days(),
                        who.account(),
                        now,
                        now.plus(waits ? second.patience() : DeviceLink.LASTS),
                        waits);
        deeds.together(
                () -> {
                    store.add(hash(token), link);
                    deeds.note("device-asked", who, account, address, link.device());
                    if (!own) {
                        second.hold(
                                waits,
                                new SecondPeople.Wanted(
                                        Awaited.What.DEVICE,
                                        link.device(),
                                        who.account(),
                                        organisation,
                                        account.id(),
                                        link.name(),
                                        "%s %s %d"
                                                .formatted(
                                                        link.operation(),
                                                        link.ceiling().code(),
                                                        link.days())),
                                address);
                    }
                });
        return new Made(
                link.device(), origin.text() + "/enrol/device/" + token, link.endsAt(), waits);
    }

    private String newId() {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Submissions.ENROLLED + new BigInteger(1, bytes).toString(Character.MAX_RADIX);
    }

    private static void check(Account account, Wanted wanted) {
        if (wanted.days() < 1 || wanted.days() > DeviceLink.MOST_DAYS) {
            throw new Refused(
                    new Refusal("devices.too-long", Map.of("most", DeviceLink.MOST_DAYS)));
        }
        var part =
                part(account, wanted.operation())
                        .filter(one -> one.role().speaks())
                        .orElseThrow(() -> new Refused("devices.no-part"));
        if (!part.ceiling().covers(wanted.ceiling())) {
            throw new Refused("devices.above-person");
        }
    }

    private Optional<Account.Part> part(String account, OperationId operation) {
        return accounts.find(account).flatMap(one -> part(one.account(), operation));
    }

    private static Optional<Account.Part> part(Account account, OperationId operation) {
        return account.parts().stream()
                .filter(one -> one.operation().equals(operation))
                .findFirst();
    }

    /// What a link is for, while it can be used.
    ///
    /// @throws Refused when too many links from that address were none
    public Optional<DeviceLink> link(String token, String address) {
        tries.check(address);
        var found = store.link(hash(token), clock.instant());
        if (found.isEmpty()) {
            tries.failed(address);
        }
        return found;
    }

    /// What the device's new key signs: only whoever holds the link knows it, and it is used up
    /// with the link.
    public String challenge(String token) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hash("device challenge " + token));
    }

    /// Takes the key of a device, which uses the link up.
    ///
    /// @param text a [SelfSigned] whose payload has the members `hub` and `challenge`
    /// @throws Refused when the link or the key is no good
    public Device take(String token, String text, String address) {
        var link = link(token, address).orElseThrow(() -> new Refused("signin.link-ended"));
        if (link.waits()) {
            throw new Refused("signin.link-waits");
        }
        var key = key(token, text);
        var account =
                accounts.find(link.account())
                        .filter(one -> one.enabled())
                        .orElseThrow(() -> new Refused("signin.link-ended"))
                        .account();
        var now = clock.instant();
        var device =
                new Device(
                        link.device(),
                        key.key(),
                        key.keyText(),
                        key.algorithm(),
                        account.id(),
                        account.organisation(),
                        link.operation(),
                        link.ceiling(),
                        link.name(),
                        link.madeBy(),
                        now,
                        now.plus(Duration.ofDays(link.days())),
                        Optional.empty(),
                        "");
        deeds.together(
                () -> {
                    if (!store.use(hash(token), now)) {
                        throw new Refused("signin.link-ended");
                    }
                    // what was theirs to give a quarter of an hour ago may not be any more
                    check(
                            account,
                            new Wanted(
                                    account.id(),
                                    link.name(),
                                    link.operation(),
                                    link.ceiling(),
                                    link.days()));
                    if (!store.add(device)) {
                        throw new Refused("devices.key-known");
                    }
                    deeds.note(
                            "device-enrolled",
                            "",
                            account.organisation().value(),
                            account.id(),
                            address,
                            device.id());
                });
        return device;
    }

    private SelfSigned key(String token, String text) {
        try {
            var key = SelfSigned.parse(text.strip(), KEY_TYPE);
            if (!key.isSigned()) {
                throw new Refused("devices.key-unsigned");
            }
            if (!(Json.parse(key.payload()) instanceof JsonObject said)
                    || !isText(said, "hub", origin.text())
                    || !isText(said, "challenge", challenge(token))) {
                throw new Refused("devices.key-elsewhere");
            }
            return key;
        } catch (IllegalArgumentException malformed) {
            throw new Refused("devices.key-unreadable");
        }
    }

    private static boolean isText(JsonObject object, String name, String text) {
        return object.find(name).filter(new JsonString(text)::equals).isPresent();
    }

    /// Ends a device: nothing that it signed is taken from here on, whenever it says that it did.
    ///
    /// @throws Refused when it is not theirs
    public void revoke(SignedIn who, String id, String address) {
        var device =
                store.find(id)
                        .filter(one -> looksAfter(who, one))
                        .orElseThrow(() -> new Refused("signin.not-yours"));
        var account = accounts.find(device.account()).orElseThrow().account();
        deeds.together(
                () -> {
                    if (store.revoke(id, who.account(), clock.instant())) {
                        deeds.note("device-revoked", who, account, address, id);
                    }
                });
    }

    private static byte[] hash(String token) {
        return Sha256.digest().digest(token.getBytes(UTF_8));
    }
}
