package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.SignedIn;
import org.parley.hub.access.Standing;
import org.parley.hub.console.ListPage.Option;
import org.parley.hub.devices.Device;
import org.parley.hub.devices.DeviceLink;
import org.parley.hub.devices.Devices;
import org.parley.hub.devices.Heard;
import org.parley.hub.journal.DeviceCounters;
import org.parley.hub.journal.Journal;
import org.springframework.stereotype.Component;

/// The pages about devices in the field.
@Component
class DevicePages {

    private final Devices devices;
    private final Accounts accounts;
    private final Journal journal;
    private final AwaitedParts awaited;

    DevicePages(Devices devices, Accounts accounts, Journal journal, AwaitedParts awaited) {
        this.devices = devices;
        this.accounts = accounts;
        this.journal = journal;
        this.awaited = awaited;
    }

    DevicesPage list(Visitor visitor, SignedIn who, String name, Optional<String> problem) {
        var words = visitor.words();
        var people = devices.people(who);
        return new DevicesPage(
                visitor.shell(words.say("devices.title")),
                problem,
                devices.of(who).stream().map(one -> device(words, who, one)).toList(),
                awaited.of(words, who, "/devices"),
                name,
                people.stream()
                        .map(Standing::account)
                        .map(one -> new Option(one.id(), words.post(one.id(), one.name())))
                        .toList(),
                operations(words, people),
                PeoplePages.ceilings(words),
                days(words));
    }

    private List<Option> operations(Words words, List<Standing> people) {
        return people.stream()
                .flatMap(one -> one.account().parts().stream())
                .filter(part -> part.role().speaks())
                .map(Account.Part::operation)
                .distinct()
                .sorted()
                .flatMap(id -> journal.operation(id).stream())
                .map(
                        one ->
                                new Option(
                                        one.id().value(),
                                        one.names()
                                                .getOrDefault(
                                                        words.language().tag(), one.id().value())))
                .toList();
    }

    private static List<Option> days(Words words) {
        return Stream.of(DeviceLink.MOST_DAYS, 14, 7, 3, 1)
                .map(days -> new Option(Integer.toString(days), words.count("devices.days", days)))
                .toList();
    }

    private DevicesPage.Device device(Words words, SignedIn who, Device device) {
        var counted = devices.counted(device);
        var state = devices.state(device);
        return new DevicesPage.Device(
                device.id(),
                device.name(),
                switch (state) {
                    case GOOD -> Mark.GOOD;
                    case ENDED -> Mark.LATE;
                    case REVOKED -> Mark.STOPPED;
                },
                state(words, device, state),
                words.say(
                        "devices.note",
                        accounts.find(device.account())
                                .map(one -> one.account().name())
                                .orElse(device.account()),
                        device.operation(),
                        device.algorithm(),
                        words.dayAndTime(device.addedAt())),
                counted(words, counted),
                missing(words, counted),
                twice(words, counted),
                devices.looksAfter(who, device) && state != Device.State.REVOKED);
    }

    private static String state(Words words, Device device, Device.State state) {
        return switch (state) {
            case GOOD -> words.say("devices.state.good", words.dayAndTime(device.endsAt()));
            case ENDED -> words.say("devices.state.ended", words.dayAndTime(device.endsAt()));
            case REVOKED ->
                    words.say(
                            "devices.state.revoked",
                            words.dayAndTime(device.revokedAt().orElseThrow()));
        };
    }

    private static String counted(Words words, DeviceCounters.Counted counted) {
        return counted.lastHeard()
                .map(
                        at ->
                                words.count(
                                        "devices.heard",
                                        counted.heard(),
                                        words.number(counted.last()),
                                        words.dayAndTime(at)))
                .orElse(words.say("devices.heard.none"));
    }

    private static Optional<String> missing(Words words, DeviceCounters.Counted counted) {
        return counted.missing() == 0
                ? Optional.empty()
                : Optional.of(
                        words.count(
                                "devices.missing",
                                counted.missing(),
                                counted.gaps().stream()
                                        .map(gap -> gap(words, gap))
                                        .collect(Collectors.joining(words.say("devices.and")))));
    }

    /// `4`, `4, 5` or `4–9`: few numbers one by one, many as a range.
    private static String gap(Words words, DeviceCounters.Gap gap) {
        return switch ((int) Math.min(2, gap.last() - gap.first())) {
            case 0 -> words.number(gap.first());
            case 1 ->
                    words.number(gap.first()) + words.say("devices.and") + words.number(gap.last());
            default -> words.isolated(words.number(gap.first()) + "–" + words.number(gap.last()));
        };
    }

    private static Optional<String> twice(Words words, DeviceCounters.Counted counted) {
        return counted.twice().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        words.say(
                                "devices.twice",
                                counted.twice().stream()
                                        .map(words::number)
                                        .collect(Collectors.joining(words.say("devices.and")))));
    }

    HandedPage handed(Visitor visitor, String name, Devices.Made made) {
        var words = visitor.words();
        return new HandedPage(
                visitor.shell(words.say("devices.handed")),
                words.say("devices.handed.what", name, words.dayAndTime(made.endsAt())),
                words.say("devices.handed.how"),
                made.address(),
                QrDrawing.of(made.address()),
                made.waits(),
                Link.chief(words.say("devices.title"), "/devices"));
    }

    CourierPage courier(Visitor visitor, String text, List<Heard> heard, Optional<String> problem) {
        var words = visitor.words();
        return new CourierPage(
                visitor.shell(words.say("courier.title")),
                problem,
                text,
                heard.stream().map(one -> brought(words, one)).toList());
    }

    private static CourierPage.Brought brought(Words words, Heard heard) {
        var why = new ArrayList<String>();
        heard.fate().refusal().map(words::refusal).ifPresent(why::add);
        heard.problems()
                .forEach(
                        value ->
                                why.add(words.isolated(value.field()) + ": " + words.fault(value)));
        return new CourierPage.Brought(
                heard.id(),
                switch (heard.fate()) {
                    case Heard.Fate.Recorded _, Heard.Fate.Repeated _ -> Mark.GOOD;
                    case Heard.Fate.Pending _ -> Mark.PLANNED;
                    case Heard.Fate.Refused _ -> Mark.STOPPED;
                },
                words.say("courier." + heard.fate().code().toLowerCase(Locale.ROOT)),
                why);
    }
}
