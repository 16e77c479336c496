package org.parley.hub.console;

import java.util.List;
import java.util.Optional;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Speaker;
import org.parley.hub.assurance.Assurances;
import org.parley.hub.journal.StatementView;
import org.parley.hub.journal.Statements;
import org.parley.hub.signin.Passkeys;
import org.parley.hub.signin.Refused;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// The author of a statement signs its hash with a passkey.
@PageController
@RequestMapping("/o/{operation}/journal/{originator}/{id}/prove")
class ProveController {

    private final Statements statements;
    private final Assurances assurances;
    private final Passkeys passkeys;
    private final Saying saying;
    private final JsonMapper json;

    ProveController(
            Statements statements,
            Assurances assurances,
            Passkeys passkeys,
            Saying saying,
            JsonMapper json) {
        this.statements = statements;
        this.assurances = assurances;
        this.passkeys = passkeys;
        this.saying = saying;
        this.json = json;
    }

    @GetMapping
    ProvePage show(
            Visit visit,
            SignedIn who,
            @PathVariable PartnerId originator,
            @PathVariable StatementId id) {
        return page(visit, who, originator, id, Optional.empty());
    }

    private StatementView own(Visit visit, PartnerId originator, StatementId id) {
        return statements
                .find(visit.sight(), visit.cut(), originator, id)
                .filter(_ -> originator.equals(visit.reader().organisation()) && visit.speaks())
                .orElseThrow(NotFound::new);
    }

    private ProvePage page(
            Visit visit,
            SignedIn who,
            PartnerId originator,
            StatementId id,
            Optional<String> problem) {
        var one = own(visit, originator, id);
        var hash =
                assurances
                        .find(visit.asked(), originator, id)
                        .flatMap(found -> Optional.ofNullable(found.challenge()))
                        .orElseThrow(NotFound::new);
        boolean can =
                who.session().means().isPerson()
                        && assurances.isAuthor(visit.asked(), who.account(), id);
        var path = "/journal/" + originator + "/" + id;
        return new ProvePage(
                visit.shell(Section.JOURNAL, visit.say("prove.title")),
                visit.words().orCode("type.", one.type()),
                hash,
                visit.at(path + "/prove"),
                visit.at(path),
                can ? Optional.of(passkeys.signOptions(who, hash)) : Optional.empty(),
                problem);
    }

    @PostMapping
    ResponseEntity<?> prove(
            Visit visit,
            Speaker speaker,
            SignedIn who,
            @PathVariable PartnerId originator,
            @PathVariable StatementId id,
            @RequestParam(defaultValue = "") String credential) {
        own(visit, originator, id);
        try {
            var signed = passkeys.signed(who, credential);
            var says =
                    json.createObjectNode()
                            .put("record", id.toString())
                            .put("publicKey", signed.publicKey())
                            .put("authenticatorData", signed.authenticatorData())
                            .put("clientData", signed.clientData())
                            .put("signature", signed.signature());
            var answer =
                    saying.say(
                            visit,
                            speaker,
                            new Saying.What(
                                    "assurance.author-proved",
                                    FormPage.newStatement(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    says));
            return switch (answer) {
                case Saying.Answer.Said _ ->
                        Redirects.to(visit.at("/journal/" + originator + "/" + id));
                case Saying.Answer.Mend(var problems, _) ->
                        refused(page(visit, who, originator, id, text(problems)));
            };
        } catch (Refused refused) {
            return refused(
                    page(
                            visit,
                            who,
                            originator,
                            id,
                            Optional.of(visit.words().refusal(refused.why()))));
        }
    }

    private static Optional<String> text(List<FormPage.Problem> problems) {
        return problems.stream().findFirst().map(FormPage.Problem::text);
    }

    private static ResponseEntity<?> refused(ProvePage page) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page);
    }
}
