package org.parley.hub.console;

import static org.parley.hub.console.SayField.Kind.DATE;
import static org.parley.hub.console.SayField.Kind.NAMES;
import static org.parley.hub.console.SayField.Kind.PARTNER;
import static org.parley.hub.console.SayField.Kind.TEXT;
import static org.parley.hub.console.SayField.Kind.WHOLE_NUMBER;
import static org.parley.hub.console.SayField.Kind.YES_NO;
import static org.parley.hub.console.SayField.choice;
import static org.parley.hub.console.SayField.of;

import java.util.List;
import org.parley.hub.partners.GroupBacklog;
import org.parley.hub.partners.PartnerKind;
import org.parley.hub.partners.PartnerRole;
import org.parley.hub.partners.RegistrationStatus;
import org.parley.hub.partners.SeatStage;
import org.springframework.stereotype.Component;

/// What can be said about partners by form.
@Component
class PartnerForms implements SayForms {

    @Override
    public List<PlainForm> forms() {
        var kind = choice("kind", "partner.kind.", PartnerKind.values(), PartnerKind::code);
        return List.of(
                form(
                        "organisation",
                        "partners.organisation-described",
                        of("partner", TEXT),
                        kind,
                        of("names", NAMES)),
                form(
                        "seat",
                        "partners.seat-reported",
                        of("partner", PARTNER),
                        choice("stage", "partner.seat.", SeatStage.values(), SeatStage::code),
                        of("on", DATE),
                        of("headcount", WHOLE_NUMBER).optional(),
                        of("approximate", YES_NO)),
                form(
                        "registration",
                        "partners.registration-reported",
                        of("partner", PARTNER),
                        of("authority", PARTNER),
                        choice(
                                "status",
                                "partner.registration.",
                                RegistrationStatus.values(),
                                RegistrationStatus::code),
                        of("since", DATE),
                        of("reason", TEXT).optional()),
                form(
                        "role",
                        "partners.role-held",
                        of("partner", PARTNER),
                        choice("role", "partner.role.", PartnerRole.values(), PartnerRole::code),
                        of("from", DATE),
                        of("until", DATE).optional(),
                        of("instrument", TEXT).optional(),
                        of("empowersTo", TEXT).optional()),
                form(
                        "working-group",
                        "partners.group-described",
                        of("group", TEXT),
                        of("names", NAMES),
                        of("lead", PARTNER),
                        choice(
                                        "backlog",
                                        "partner.backlog.",
                                        GroupBacklog.values(),
                                        GroupBacklog::code)
                                .optional(),
                        of("backlogDays", WHOLE_NUMBER).optional()),
                form(
                        "membership",
                        "access.membership-began",
                        of("organisation", PARTNER),
                        of("group", TEXT).optional()),
                form(
                        "membership-ended",
                        "access.membership-ended",
                        of("organisation", PARTNER),
                        of("group", TEXT).optional()),
                form(
                        "footprint-rule",
                        "partners.footprint-rule-set",
                        of("rule", TEXT),
                        of("partner", PARTNER).optional(),
                        kind.optional(),
                        of("area", TEXT),
                        of("instrument", TEXT).optional(),
                        of("lifted", YES_NO)));
    }

    private static PlainForm form(String name, String type, SayField... fields) {
        return new PlainForm(name, type, Section.PARTNERS, List.of(fields));
    }
}
