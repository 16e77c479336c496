package org.parley.hub.console;

import static org.parley.hub.console.SayField.Kind.LONG_TEXT;
import static org.parley.hub.console.SayField.Kind.PARTNER;
import static org.parley.hub.console.SayField.Kind.TEXT;
import static org.parley.hub.console.SayField.choice;
import static org.parley.hub.console.SayField.of;

import java.util.List;
import org.parley.hub.assurance.Means;
import org.springframework.stereotype.Component;

/// What can be said by form for those who never sign in.
@Component
class AssuranceForms implements SayForms {

    @Override
    public List<PlainForm> forms() {
        return List.of(
                new PlainForm(
                        "acknowledgement",
                        "assurance.acknowledged",
                        Section.JOURNAL,
                        List.of(
                                of("originator", PARTNER),
                                of("record", TEXT),
                                of("acknowledgedBy", PARTNER),
                                choice("means", "acknowledged.level.", Means.values(), Means::code),
                                of("post", TEXT).optional(),
                                of("readBack", TEXT).optional(),
                                of("hash", TEXT).optional(),
                                of("file", LONG_TEXT).optional(),
                                of("note", LONG_TEXT).optional())));
    }
}
