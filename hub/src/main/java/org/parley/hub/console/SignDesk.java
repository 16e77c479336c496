package org.parley.hub.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.hub.api.NotSigned;
import org.parley.hub.api.Speaker;
import org.parley.hub.api.StatementRequest;
import org.parley.hub.api.Submissions;
import org.parley.hub.assurance.StatementSigning;
import org.parley.hub.assurance.ToSign;
import org.parley.hub.journal.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The step of a form in which its author signs what they say.
@Component
class SignDesk {

    /// The button that asks for it.
    static final String BUTTON = "sign";

    /// The button that leads back to the form.
    static final String MEND = "mend";

    private static final String KEY = "key";
    private static final String CREDENTIAL = "credential";
    private static final String DRAFT = "draft";
    private static final String MOMENT = "prepared-at";

    /// What the step itself adds to what was typed.
    private static final Set<String> OWN =
            Set.of(BUTTON, MEND, KEY, CREDENTIAL, DRAFT, MOMENT, SeeAs.BUTTON, SeeAs.AS, "_csrf");

    private final StatementSigning signing;
    private final Submissions submissions;
    private final StatementPages pages;
    private final Addressees addressees;
    private final JsonMapper json;

    SignDesk(
            StatementSigning signing,
            Submissions submissions,
            StatementPages pages,
            Addressees addressees,
            JsonMapper json) {
        this.signing = signing;
        this.submissions = submissions;
        this.pages = pages;
        this.addressees = addressees;
        this.json = json;
    }

    boolean canSign(Visit visit) {
        return signing.canSign(visit.who());
    }

    /// @throws NotSigned when they have nothing to sign with
    SignPage page(
            Visit visit,
            Speaker speaker,
            OpenForm open,
            StatementRequest request,
            Map<String, String> typed) {
        var unsaid = submissions.of(speaker, request, null);
        var toSign = signing.prepare(visit.who(), unsaid, typed.getOrDefault(KEY, ""));
        return new SignPage(
                visit.shell(open.form().section(), visit.say("sign.title")),
                visit.say(open.form().title()),
                visit.at(open.path()),
                said(visit, toSign, typed),
                toSign.hash(),
                fields(request, toSign, typed),
                toSign.keys().stream()
                        .sorted(Comparator.comparing(one -> !one.id().equals(toSign.key())))
                        .map(one -> new ListPage.Option(one.id(), one.name()))
                        .toList(),
                json.writeValueAsString(toSign.options()));
    }

    private List<Fact> said(Visit visit, ToSign toSign, Map<String, String> typed) {
        var facts = new ArrayList<Fact>();
        var chosen = typed.getOrDefault(Addressees.FIELD, "");
        addressees.options(visit).stream()
                .filter(option -> option.value().equals(chosen))
                .forEach(
                        option ->
                                facts.add(
                                        Fact.of(
                                                visit.say("release.field.addressed"),
                                                option.label())));
        facts.add(
                Fact.of(
                        visit.say("journal.claimed"),
                        visit.words().dayAndTime(toSign.claimedAt())));
        for (var part : toSign.said()) {
            facts.addAll(pages.facts(visit, part.field().replace("journal:", ""), part.value()));
        }
        return facts;
    }

    private static List<VerifyPage.Field> fields(
            StatementRequest request, ToSign toSign, Map<String, String> typed) {
        var fields = new ArrayList<VerifyPage.Field>();
        typed.forEach(
                (name, value) -> {
                    if (!OWN.contains(name) && !name.equals("statement")) {
                        fields.add(new VerifyPage.Field(name, value));
                    }
                });
        fields.add(new VerifyPage.Field("statement", String.valueOf(request.id())));
        fields.add(new VerifyPage.Field(DRAFT, toSign.draft()));
        fields.add(new VerifyPage.Field(MOMENT, toSign.claimedAt().toString()));
        return fields;
    }

    /// What is said, with the signature that came with the form; as it is where none did.
    ///
    /// @throws NotSigned when what came is none
    Saying.What signed(Saying.What what, Map<String, String> typed) {
        var credential = typed.getOrDefault(CREDENTIAL, "");
        if (credential.isEmpty()) {
            return what;
        }
        try {
            return what.signed(
                    Instant.parse(typed.getOrDefault(MOMENT, "")),
                    new StatementRequest.AuthorProof(
                            typed.getOrDefault(DRAFT, ""),
                            json.readValue(credential, ObjectNode.class)));
        } catch (DateTimeException | JacksonException unreadable) {
            throw new NotSigned(new Refusal("assurance.not-signed", Map.of()));
        }
    }
}
