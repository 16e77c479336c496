package org.parley.hub.console;

import static org.parley.hub.console.SayField.Kind.DATE;
import static org.parley.hub.console.SayField.Kind.LONG_TEXT;
import static org.parley.hub.console.SayField.Kind.PARTNER;
import static org.parley.hub.console.SayField.Kind.TEXT;
import static org.parley.hub.console.SayField.choice;
import static org.parley.hub.console.SayField.of;

import java.util.List;
import org.parley.hub.release.HolderAnswer;
import org.springframework.stereotype.Component;

/// What can be said by form about who holds what.
@Component
class ReleaseForms implements SayForms {

    @Override
    public List<PlainForm> forms() {
        return List.of(
                form(
                        "recall",
                        "release.recall-asked",
                        of("record", TEXT),
                        of("reason", LONG_TEXT),
                        of("by", DATE).optional()),
                form(
                        "recall-answer",
                        "release.recall-answered",
                        of("originator", PARTNER),
                        of("record", TEXT),
                        choice(
                                "answer",
                                "recall.answer.",
                                HolderAnswer.values(),
                                HolderAnswer::code),
                        of("note", LONG_TEXT).optional()),
                form("withdraw-act", "release.act-withdrawn", of("proposal", TEXT)),
                form("release-text", "journal.text-released", of("record", TEXT)),
                form("strike-text", "journal.text-struck", of("record", TEXT)),
                form(
                        "large-export",
                        "release.export-drawn",
                        of("what", TEXT),
                        of("why", LONG_TEXT).optional()));
    }

    private static PlainForm form(String name, String type, SayField... fields) {
        return new PlainForm(name, type, Section.JOURNAL, List.of(fields));
    }
}
