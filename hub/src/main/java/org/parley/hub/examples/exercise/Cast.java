package org.parley.hub.examples.exercise;

import static org.parley.hub.partners.SeatStage.ACCREDITED;
import static org.parley.hub.partners.SeatStage.INVITED;
import static org.parley.hub.partners.SeatStage.ONBOARDED;
import static org.parley.hub.partners.SeatStage.ROTATED_OUT;
import static org.parley.hub.partners.SeatStage.SEATED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.Account;
import org.parley.hub.access.MembershipBegan;
import org.parley.hub.access.Role;
import org.parley.hub.examples.ExampleFiles;
import org.parley.hub.journal.Body;
import org.parley.hub.partners.FootprintRuleSet;
import org.parley.hub.partners.GroupDescribed;
import org.parley.hub.partners.OrganisationDescribed;
import org.parley.hub.partners.RegistrationReported;
import org.parley.hub.partners.RoleHeld;
import org.parley.hub.partners.SeatReported;
import org.parley.hub.partners.SeatStage;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.PartnerId;

/// Who takes part, read from `world.yaml`, as lines of the script.
final class Cast {

    private static final String FILE = "world.yaml";

    private final ExampleFiles files;
    private final List<Line<?>> lines = new ArrayList<>();

    private Cast(ExampleFiles files) {
        this.files = files;
    }

    static List<Line<?>> read(ExampleFiles files) {
        var cast = new Cast(files);
        cast.organisations();
        cast.roles();
        cast.groups();
        cast.seats();
        cast.registrations();
        cast.footprint();
        return List.copyOf(cast.lines);
    }

    record SaidRole(PartnerId by, LocalDate day, RoleHeld says) {}

    record SaidRegistration(PartnerId by, LocalDate day, RegistrationReported says) {}

    record SaidRule(PartnerId by, LocalDate day, FootprintRuleSet says) {}

    record Members(String group, List<PartnerId> partners) {}

    record Seat(
            PartnerId partner,
            LocalDate invited,
            LocalDate accredited,
            LocalDate onboarded,
            LocalDate seated,
            int headcount,
            boolean approximate) {}

    /// @param then when others of the organisation take the seat; null where nobody does
    record Rotation(
            PartnerId partner,
            LocalDate day,
            int headcount,
            @Nullable LocalDate then,
            @Nullable Integer thenHeadcount) {}

    private void organisations() {
        int n = 0;
        for (var organisation : files.list(FILE, "organisations", OrganisationDescribed.class)) {
            var at = World.at(World.FIRST_DAY, 6, n++);
            say(at, World.CENTER, "partner/" + organisation.partner(), organisation);
            say(
                    at,
                    World.CENTER,
                    "member/" + organisation.partner(),
                    new MembershipBegan(organisation.partner(), null));
        }
    }

    private void roles() {
        for (var role : files.list(FILE, "roles", SaidRole.class)) {
            say(
                    World.at(role.day(), 8, 0),
                    role.by(),
                    "role/%s/%s".formatted(role.says().partner(), role.says().role().code()),
                    role.says());
        }
    }

    private void groups() {
        var at = World.at(World.FIRST_DAY.plusDays(3), 9, 0);
        for (var group : files.list(FILE, "groups", GroupDescribed.class)) {
            say(at, World.CENTER, "group/" + group.group(), group);
        }
        for (var members : files.list(FILE, "members", Members.class)) {
            for (var partner : members.partners()) {
                say(
                        at.plusSeconds(1),
                        World.CENTER,
                        "member/%s/%s".formatted(members.group(), partner),
                        new MembershipBegan(partner, members.group()));
            }
        }
    }

    private void seats() {
        for (var seat : files.list(FILE, "seats", Seat.class)) {
            seat(World.CENTER, seat.partner(), INVITED, seat.invited(), null, false);
            seat(World.CENTER, seat.partner(), ACCREDITED, seat.accredited(), null, false);
            seat(World.CENTER, seat.partner(), ONBOARDED, seat.onboarded(), null, false);
            seat(
                    seat.partner(),
                    seat.partner(),
                    SEATED,
                    seat.seated(),
                    seat.headcount(),
                    seat.approximate());
        }
        for (var turn : files.list(FILE, "rotations", Rotation.class)) {
            var who = turn.partner();
            seat(who, who, ROTATED_OUT, turn.day(), turn.headcount(), false);
            if (turn.then() != null) {
                seat(who, who, SEATED, turn.then(), turn.thenHeadcount(), false);
            }
        }
    }

    private void seat(
            PartnerId by,
            PartnerId partner,
            SeatStage stage,
            LocalDate on,
            @Nullable Integer headcount,
            boolean approximate) {
        say(
                World.at(on, 10, stage.ordinal()),
                by,
                "seat/%s/%s/%s".formatted(partner, stage.code(), on),
                new SeatReported(partner, stage, on, headcount, approximate));
    }

    private void registrations() {
        for (var registration : files.list(FILE, "registrations", SaidRegistration.class)) {
            say(
                    World.at(registration.day(), 12, 0),
                    registration.by(),
                    "registration/%s/%s/%s"
                            .formatted(
                                    registration.says().partner(),
                                    registration.says().authority(),
                                    registration.day()),
                    registration.says());
        }
    }

    private void footprint() {
        for (var rule : files.list(FILE, "footprint", SaidRule.class)) {
            say(
                    World.at(rule.day(), 13, 0),
                    rule.by(),
                    "footprint/" + rule.says().rule(),
                    rule.says());
        }
    }

    private <B extends Record & Body> void say(Instant at, PartnerId by, String key, B body) {
        lines.add(Line.said(at, key, by, body));
    }

    record Post(String id, PartnerId organisation, String name, Role role, FieldClass ceiling) {

        Account account() {
            return new Account(
                    id,
                    organisation,
                    name,
                    false,
                    true,
                    List.of(new Account.Part(World.OPERATION, role, ceiling)));
        }
    }

    /// The accounts that anybody at this machine may try the exercise with.
    static List<Account> accounts(ExampleFiles files) {
        return files.list(FILE, "accounts", Post.class).stream().map(Post::account).toList();
    }
}
