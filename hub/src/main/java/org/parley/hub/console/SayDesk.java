package org.parley.hub.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.hub.api.NotSigned;
import org.parley.hub.api.Speaker;
import org.parley.hub.console.FormPage.Group;
import org.parley.hub.console.FormPage.Problem;
import org.parley.kernel.InvalidValue;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Shows a form, reads what was typed into it and says it. What cannot be said comes back as it was
/// typed, each problem at its field.
@Component
class SayDesk {

    private static final Pattern OF_LINE = Pattern.compile("\\w+\\[(\\d{1,3})]\\.(\\w+).*");

    private final SayFields fields;
    private final Saying saying;
    private final SeeAs seeAs;
    private final Addressees addressees;
    private final SignDesk signing;

    SayDesk(SayFields fields, Saying saying, SeeAs seeAs, Addressees addressees, SignDesk signing) {
        this.fields = fields;
        this.saying = saying;
        this.seeAs = seeAs;
        this.addressees = addressees;
        this.signing = signing;
    }

    /// The form as nobody has sent it yet.
    ///
    /// @param known what the link to it already knows
    FormPage fresh(Visit visit, OpenForm open, Map<String, String> known) {
        if (!visit.speaks()) {
            throw visit.speechless();
        }
        return page(visit, open, known, FormPage.newStatement(), List.of());
    }

    FormPage page(
            Visit visit,
            OpenForm open,
            Map<String, String> typed,
            String statement,
            List<Problem> problems) {
        return page(visit, open, typed, statement, problems, List.of());
    }

    private FormPage page(
            Visit visit,
            OpenForm open,
            Map<String, String> typed,
            String statement,
            List<Problem> problems,
            List<ListPage.Part> seen) {
        var form = open.form();
        var title = visit.say(form.title());
        return new FormPage(
                visit.shell(form.section(), title),
                title,
                visit.words().find(form.intro()).orElse(""),
                visit.at(open.path()),
                statement,
                problems,
                fields.of(visit, form.fields(), typed),
                open.lines().stream().map(line -> group(visit, form, line, typed)).toList(),
                open.grows(),
                visit.say("form.say"),
                Link.to(visit.say("form.back"), visit.at(open.back())),
                Optional.of(seeAs.step(visit, typed, seen, signing.canSign(visit))),
                Optional.empty());
    }

    private Group group(Visit visit, SayForm form, SayLine line, Map<String, String> typed) {
        return new Group(line.legend(), fields.of(visit, form.lineFields(), line, typed));
    }

    /// Says what was typed: on to the statement's page, or back to the form.
    ResponseEntity<?> say(
            Visit visit,
            Speaker speaker,
            OpenForm open,
            String statement,
            Map<String, String> typed) {
        var read = new Typed(visit.words(), typed);
        if (read.has(SignDesk.MEND)) {
            return ResponseEntity.ok(page(visit, open, typed, statement, List.of()));
        }
        var said = new ArrayList<SayLine>();
        var says = read(open, read, said);
        if (!read.problems().isEmpty()) {
            return mend(page(visit, open, typed, statement, read.problems()));
        }
        var what =
                new Saying.What(
                        open.form().type(),
                        statement,
                        occurred(says),
                        addressees.label(read.value(Addressees.FIELD)),
                        says);
        if (read.has(SeeAs.BUTTON)) {
            return preview(visit, speaker, open, what, typed, said);
        }
        try {
            return read.has(SignDesk.BUTTON)
                    ? sign(visit, speaker, open, what, typed, said)
                    : say(visit, speaker, open, signing.signed(what, typed), typed, said);
        } catch (NotSigned refused) {
            var problem = saying.problem(visit, refused.why());
            return mend(page(visit, open, typed, statement, List.of(problem)));
        }
    }

    private ResponseEntity<?> say(
            Visit visit,
            Speaker speaker,
            OpenForm open,
            Saying.What what,
            Map<String, String> typed,
            List<SayLine> said) {
        return switch (saying.say(visit, speaker, what)) {
            case Saying.Answer.Said(var page) -> Redirects.to(visit.at(page));
            case Saying.Answer.Mend(var problems, var next) -> {
                var placed = problems.stream().map(one -> placed(one, open.form(), said)).toList();
                yield mend(page(visit, open, typed, next, placed));
            }
        };
    }

    /// What is about to be said, for its author to sign.
    private ResponseEntity<?> sign(
            Visit visit,
            Speaker speaker,
            OpenForm open,
            Saying.What what,
            Map<String, String> typed,
            List<SayLine> said) {
        try {
            var request = saying.request(speaker, what);
            return ResponseEntity.ok(signing.page(visit, speaker, open, request, typed));
        } catch (InvalidValue value) {
            var problem = placed(Saying.problem(visit.words(), value), open.form(), said);
            return mend(page(visit, open, typed, what.statement(), List.of(problem)));
        }
    }

    /// The form as it was sent, with what an organisation will see of it.
    private ResponseEntity<?> preview(
            Visit visit,
            Speaker speaker,
            OpenForm open,
            Saying.What what,
            Map<String, String> typed,
            List<SayLine> said) {
        var as = typed.getOrDefault(SeeAs.AS, "");
        try {
            var seen = seeAs.seen(visit, speaker, saying.request(speaker, what), as);
            var none = new Problem(Optional.of(SeeAs.AS), visit.say("release.choose-organisation"));
            var problems = seen.isEmpty() ? List.of(none) : List.<Problem>of();
            var page = page(visit, open, typed, what.statement(), problems, seen);
            return problems.isEmpty() ? ResponseEntity.ok(page) : mend(page);
        } catch (InvalidValue value) {
            var problem = placed(Saying.problem(visit.words(), value), open.form(), said);
            return mend(page(visit, open, typed, what.statement(), List.of(problem)));
        }
    }

    /// @param said filled with the lines that something is said of, in the statement's order
    private static ObjectNode read(OpenForm open, Typed typed, List<SayLine> said) {
        var form = open.form();
        var says = typed.read(form.fields());
        open.given().forEach(says::put);
        form.shape(typed, says);
        if (open.lines().isEmpty()) {
            return says;
        }
        var lines = says.putArray(form.lines());
        for (var line : open.lines()) {
            var on = typed.on(line);
            if (on.any(form.lineFields())) {
                var one = on.read(form.lineFields()).put("line", line.line());
                form.shapeLine(on, one);
                lines.add(one);
                said.add(line);
            }
        }
        if (lines.isEmpty()) {
            typed.on(open.lines().getFirst()).missing(form.lineFields().getFirst().name());
        }
        return says;
    }

    /// When it was so, where the form asks for it: said beside the statement, not in it.
    private static Optional<Instant> occurred(ObjectNode says) {
        return Optional.ofNullable(says.remove("occurred"))
                .map(moment -> Instant.parse(moment.asString()));
    }

    /// A problem of the statement, at the field that its part was typed into.
    private static Problem placed(Problem problem, SayForm form, List<SayLine> said) {
        return new Problem(
                problem.field().map(part -> typedInto(part, form, said)), problem.text());
    }

    private static String typedInto(String part, SayForm form, List<SayLine> said) {
        var ofLine = OF_LINE.matcher(part);
        if (part.startsWith(form.lines() + "[") && ofLine.matches()) {
            int at = Integer.parseInt(ofLine.group(1));
            return at < said.size() ? said.get(at).at() + ofLine.group(2) : part;
        }
        var last = part.substring(part.lastIndexOf('.') + 1);
        return form.fields().stream().anyMatch(field -> field.name().equals(last))
                ? last
                : form.typedAs(part.replaceAll("[.\\[].*", ""));
    }

    private static ResponseEntity<FormPage> mend(FormPage page) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page);
    }
}
