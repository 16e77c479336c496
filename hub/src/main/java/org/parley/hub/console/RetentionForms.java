package org.parley.hub.console;

import static org.parley.hub.console.SayField.Kind.DATE;
import static org.parley.hub.console.SayField.Kind.LONG_TEXT;
import static org.parley.hub.console.SayField.Kind.PARTNER;
import static org.parley.hub.console.SayField.Kind.TEXT;
import static org.parley.hub.console.SayField.Kind.WHOLE_NUMBER;
import static org.parley.hub.console.SayField.choice;
import static org.parley.hub.console.SayField.of;

import java.util.List;
import org.parley.hub.retention.Kept;
import org.springframework.stereotype.Component;

/// What can be said by form about keeping.
@Component
class RetentionForms implements SayForms {

    @Override
    public List<PlainForm> forms() {
        return List.of(
                form(
                        "period",
                        "retention.period-set",
                        choice("keeps", "retention.keeps.", Kept.values(), Kept::code),
                        of("days", WHOLE_NUMBER),
                        of("purpose", LONG_TEXT)),
                form("agreement-ended", "retention.agreement-ended", of("on", DATE)),
                form(
                        "hold",
                        "retention.hold-placed",
                        of("originator", PARTNER),
                        of("record", TEXT),
                        of("reason", LONG_TEXT)),
                form(
                        "hold-lifted",
                        "retention.hold-lifted",
                        of("hold", TEXT),
                        of("reason", LONG_TEXT)));
    }

    private static PlainForm form(String name, String type, SayField... fields) {
        return new PlainForm(name, type, Section.JOURNAL, List.of(fields));
    }
}
