package org.parley.hub.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.hub.access.SignIns;
import org.springframework.web.util.HtmlUtils;

/// Every form of flow as somebody without script meets it, in every language: what cannot be is
/// said beside its field, nothing that was typed is lost, and once it is mended it is said once.
class FlowFormsTest {

    private static final Pattern WHY =
            Pattern.compile("<span class=\"why\" id=\"f-([^\"]+)-w\">([^<]*)</span>");

    private static @Nullable RunningHub hub;

    @BeforeAll
    static void start() throws Exception {
        hub = RunningHub.start();
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    /// A problem: the key of its wording, with the codes of what it names.
    ///
    /// @param field as the page names it
    /// @param line of which line; empty for the form's own fields
    /// @param choice the key of what the field does not go with; empty where it is wrong by itself
    private record Wrong(String field, String key, String line, String choice) {

        static Wrong of(String field, String key) {
            return new Wrong(field, key, "", "");
        }

        Wrong ofLine(String line) {
            return new Wrong(field, key, line, choice);
        }

        Wrong with(String choice) {
            return new Wrong(field, key, line, choice);
        }

        String sentence(Words words) {
            var label = label(words, field.substring(field.lastIndexOf('.') + 1));
            var said =
                    choice.startsWith("field.")
                            ? label(words, choice.substring("field.".length()))
                            : words.say(choice);
            return words.say("form.problem." + key, label, said);
        }

        private String label(Words words, String field) {
            var label = words.say("field." + field);
            return line.isEmpty() ? label : words.say("form.of-line", line, label);
        }
    }

    /// @param typed what can be said
    /// @param instead what is typed in the place of it at first
    private record Form(
            String path, Map<String, String> typed, Map<String, String> instead, Wrong... wrong) {

        @Override
        public String toString() {
            return path;
        }
    }

    private static final String CONSIGNMENT = "/flow/CN-31-00001";

    private static final List<Form> FORMS =
            List.of(
                    new Form(
                            "/flow/request",
                            Map.ofEntries(
                                    Map.entry("consignment", "CN-31-00099"),
                                    Map.entry("kind", "humanitarian"),
                                    Map.entry("sender", "org-k"),
                                    Map.entry("receiver", "org-m"),
                                    Map.entry("authority", "org-h"),
                                    Map.entry("readyOn", "2031-05-04"),
                                    Map.entry("reference", "\"77\" <b> & more"),
                                    Map.entry("lines.1.description", "Flour"),
                                    Map.entry("lines.1.category", "food"),
                                    Map.entry("lines.1.quantity", "12"),
                                    Map.entry("lines.1.unit", "PX"),
                                    Map.entry("lines.2.description", "Oil"),
                                    Map.entry("lines.2.category", "food"),
                                    Map.entry("lines.2.quantity", "٣"),
                                    Map.entry("lines.2.unit", "PX")),
                            Map.of(
                                    "sender", "",
                                    "readyOn", "soon",
                                    "lines.1.quantity", "many",
                                    "lines.2.description", "",
                                    "lines.2.quantity", ""),
                            Wrong.of("sender", "missing"),
                            Wrong.of("readyOn", "date"),
                            Wrong.of("lines.1.quantity", "amount").ofLine("1"),
                            Wrong.of("lines.2.description", "missing").ofLine("2"),
                            Wrong.of("lines.2.quantity", "missing").ofLine("2")),
                    new Form(
                            CONSIGNMENT + "/report",
                            Map.of(
                                    "step", "intercepted",
                                    "at", "outside",
                                    "interception", "armed",
                                    "crossing", "gate",
                                    "occurred", "2031-05-04T07:30",
                                    "lines.2.quantity", "2"),
                            Map.of(
                                    "at", "",
                                    "interception", "",
                                    "occurred", "early",
                                    "lines.2.quantity", "two"),
                            Wrong.of("at", "needed").with("flow.step.intercepted"),
                            Wrong.of("interception", "needed").with("flow.step.intercepted"),
                            Wrong.of("occurred", "date"),
                            Wrong.of("lines.2.quantity", "amount").ofLine("2")),
                    new Form(
                            CONSIGNMENT + "/report",
                            Map.of("step", "dispatched", "lines.1.quantity", "2"),
                            Map.of("at", "yard", "lines.1.quantity", ""),
                            Wrong.of("at", "unfit").with("flow.step.dispatched"),
                            Wrong.of("lines.1.quantity", "missing").ofLine("1")),
                    new Form(
                            CONSIGNMENT + "/receipt",
                            Map.of(
                                    "lines.1.received", "30",
                                    "lines.1.damaged", "2",
                                    "lines.1.reasons", "broken",
                                    "lines.2.received", "12",
                                    "lines.2.note", "all dry"),
                            Map.of("lines.1.reasons", "", "lines.2.received", ""),
                            Wrong.of("lines.1.reasons", "needed").ofLine("1").with("field.damaged"),
                            Wrong.of("lines.2.received", "missing").ofLine("2")),
                    new Form(
                            CONSIGNMENT + "/rule",
                            Map.of(
                                    "ruling", "R-7",
                                    "authority", "org-h",
                                    "conditions", "by day",
                                    "validUntil", "2031-06-04T07:30",
                                    "lines.1.outcome", "in-part",
                                    "lines.1.quantity", "20",
                                    "lines.1.reasons", "quantity",
                                    "lines.2.outcome", "for",
                                    "lines.2.note", "as asked"),
                            Map.of(
                                    "validUntil", "later",
                                    "lines.1.quantity", "",
                                    "lines.1.reasons", "",
                                    "lines.2.outcome", ""),
                            Wrong.of("validUntil", "date"),
                            Wrong.of("lines.1.quantity", "needed")
                                    .ofLine("1")
                                    .with("flow.outcome.in-part"),
                            Wrong.of("lines.1.reasons", "needed")
                                    .ofLine("1")
                                    .with("flow.outcome.in-part"),
                            Wrong.of("lines.2.outcome", "missing").ofLine("2")),
                    new Form(
                            "/places/report-day",
                            Map.of(
                                    "crossing", "gate",
                                    "day", "2031-05-04",
                                    "status", "limited",
                                    "reason", "weather",
                                    "from", "07:30",
                                    "until", "12:00",
                                    "capacity", "40",
                                    "note", "half a day"),
                            Map.of("day", "today", "status", "", "until", "", "capacity", "lots"),
                            Wrong.of("day", "date"),
                            Wrong.of("status", "missing"),
                            Wrong.of("until", "needed").with("field.from"),
                            Wrong.of("capacity", "amount")),
                    new Form(
                            "/places/report-day",
                            Map.of(
                                    "crossing", "gate",
                                    "day", "2031-05-05",
                                    "status", "open",
                                    "from", "07:30",
                                    "until", "12:00"),
                            Map.of("from", "early"),
                            Wrong.of("from", "time")));

    static Stream<Form> forms() {
        return FORMS.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatCannotBeIsSaidBesideItsFieldAndNothingIsLost(Form form) throws Exception {
        for (var language : Language.values()) {
            var person = signedIn(language);
            var fields = person.fields(person.get(at(form.path())));
            fields.putAll(form.typed());
            fields.putAll(form.instead());
            var answer = person.post(at(form.path()), fields);
            assertThat(answer.statusCode()).as("%s %s", form, language).isEqualTo(422);
            assertThat(whys(answer.body()))
                    .as("%s %s", form, language)
                    .containsExactlyInAnyOrderEntriesOf(expected(form, language));
            assertThat(asTyped(person, answer.body()))
                    .as("%s %s", form, language)
                    .isEqualTo(asTyped(fields));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsMendedIsSaidOnce(Form form) throws Exception {
        var person = signedIn(Language.EN);
        var fields = person.fields(person.get(at(form.path())));
        fields.putAll(form.typed());
        fields.putAll(form.instead());
        var mended = person.fields(person.post(at(form.path()), fields).body());
        form.instead().keySet().forEach(name -> mended.put(name, ""));
        mended.putAll(form.typed());
        var said = person.post(at(form.path()), mended);
        assertThat(said.statusCode()).as(said.body()).isEqualTo(303);
        var page = said.headers().firstValue("Location").orElseThrow();
        assertThat(person.get(page)).contains("This is in the journal as no.");
        assertThat(person.post(at(form.path()), mended).headers().firstValue("Location"))
                .contains(page);
    }

    /// What only the statement itself knows to be wrong finds its way back to the line it is of.
    @Test
    void aStatementsOwnRulesAreSaidBesideTheFieldToo() throws Exception {
        var person = signedIn(Language.EN);
        var fields = person.fields(person.get(at("/flow/request")));
        fields.putAll(FORMS.getFirst().typed());
        fields.put("consignment", "CN-31-00098");
        fields.put("lines.5.description", "Water");
        fields.put("lines.5.category", "food");
        fields.put("lines.5.quantity", "0");
        fields.put("lines.5.unit", "PX");
        var answer = person.post(at("/flow/request"), fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        var whys = whys(answer.body());
        assertThat(whys).containsOnlyKeys("lines-5-quantity");
        assertThat(whys.get("lines-5-quantity")).startsWith("“Quantity” cannot be like this.");
    }

    @Test
    void aRequestGrowsByMoreLinesAndKeepsWhatWasTyped() throws Exception {
        var person = signedIn(Language.EN);
        var fields = person.fields(person.get(at("/flow/request")));
        fields.put("lines.6.description", "Water");
        var asked = new HashMap<>(fields);
        asked.put("more", "1");
        var grown = person.post(at("/flow/request"), asked);
        assertThat(grown.statusCode()).isEqualTo(200);
        assertThat(asTyped(person, grown.body()))
                .containsAllEntriesOf(asTyped(fields))
                .containsKey("lines.12.description")
                .doesNotContainKey("lines.13.description");
    }

    private static Map<String, String> asTyped(Browse person, String page) {
        return asTyped(person.fields(page));
    }

    /// Without the token against forged forms, which is masked anew on each page.
    private static Map<String, String> asTyped(Map<String, String> fields) {
        var typed = new HashMap<>(fields);
        typed.remove("_csrf");
        return typed;
    }

    private static String at(String path) {
        return "/o/juniper" + path;
    }

    private static Map<String, String> whys(String page) {
        var whys = new LinkedHashMap<String, String>();
        WHY.matcher(page)
                .results()
                .forEach(one -> whys.put(one.group(1), HtmlUtils.htmlUnescape(one.group(2))));
        return whys;
    }

    private static Map<String, String> expected(Form form, Language language) {
        var words = new Words(language, ZoneId.of("UTC"), hub().bean(Phrases.class));
        var expected = new LinkedHashMap<String, String>();
        Arrays.stream(form.wrong())
                .forEach(one -> expected.put(one.field().replace('.', '-'), one.sentence(words)));
        return expected;
    }

    private static Browse signedIn(Language language) throws Exception {
        var session =
                "%s=%s; parley_lang=%s"
                        .formatted(
                                SignIns.COOKIE,
                                hub().bean(SignIns.class).demo("watch", true).orElseThrow(),
                                language.tag());
        var token =
                new Browse(hub().url("/"), session)
                        .ask("/o/juniper/flow").headers().allValues("Set-Cookie").stream()
                                .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                                .findFirst()
                                .orElseThrow();
        return new Browse(hub().url("/"), session + "; " + token);
    }

    private static RunningHub hub() {
        return requireNonNull(hub);
    }
}
