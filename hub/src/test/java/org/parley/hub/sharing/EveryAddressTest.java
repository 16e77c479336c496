package org.parley.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubClient.Answer;
import org.parley.hub.access.AnswerHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// What holds at every address of the hub, found by asking the hub which there are: the headers
/// that tell browsers what they may do, no script or style within a page, and no method but the
/// declared.
class EveryAddressTest {

    private static final Company COMPANY = new Company(20_261_125L);
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-zA-Z]+)(:[^/]*)?}");
    private static final PathPatternParser PATTERNS = new PathPatternParser();

    /// What the policy forbids, and browsers would drop: script and style that a page carries
    /// itself.
    private static final Pattern INLINE =
            Pattern.compile(
                    "<script(?![^>]*\\ssrc=\")[^>]*>|<style|\\sstyle\\s*=\\s*[\"']|\\son[a-z]+\\s*="
                            + "|\\shx-on|javascript:|<(iframe|object|embed|base)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final List<String> BESIDE =
            List.of(
                    "/assets/0000/hub.css",
                    "/assets/0000/nothing.js",
                    "/favicon.ico",
                    "/robots.txt",
                    "/problems",
                    "/problems/api.not-found",
                    "/problems/never.was",
                    "/api/v1/openapi.json",
                    "/api/v1/nothing",
                    "/error",
                    "/nothing-here",
                    "/o/" + Company.OPERATION + "/nothing",
                    "/sign-in",
                    "/sign-in?next=//elsewhere.example",
                    "/a;b=c",
                    "/%2e%2e/x",
                    "/x%00y");

    @AfterAll
    static void stop() {
        COMPANY.close();
    }

    private final HubClient stranger = COMPANY.hub.stranger();

    private static HubClient reader() {
        return COMPANY.readers.entrySet().stream()
                .filter(one -> one.getKey().account().equals("north-f3"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> addresses() {
        if (COMPANY.told.isEmpty()) {
            COMPANY.tell(60);
        }
        var endpoints = new Endpoints(COMPANY);
        var all = new ArrayList<>(BESIDE);
        all.addAll(endpoints.lists());
        all.addAll(endpoints.details(2));
        return all;
    }

    private static Answer asBrowser(HubClient of, String path) {
        return COMPANY.hub
                .stranger()
                .get(path, "Cookie", "parley_session=" + of.token(), "Accept", "text/html,*/*");
    }

    private static void carriesAll(String what, Answer answer) {
        AnswerHeaders.of(false)
                .forEach(
                        (name, value) ->
                                assertThat(answer.response().headers().allValues(name))
                                        .as("%s of %s (%d)", name, what, answer.status())
                                        .containsExactly(value));
        assertThat(answer.header("Server")).as(what).isEmpty();
        assertThat(answer.header("X-Powered-By")).as(what).isEmpty();
        assertThat(answer.header(AnswerHeaders.TRANSPORT)).as(what).isEmpty();
    }

    @Test
    void everyAnswerCarriesTheHeadersAndNoPageAScript() {
        var statuses = new TreeMap<Integer, Integer>();
        var types = new TreeSet<String>();
        int pages = 0;
        for (var path : addresses()) {
            for (var answer :
                    List.of(
                            stranger.get(path),
                            reader().get(path),
                            asBrowser(reader(), path),
                            stranger.send(
                                    stranger.to(path).method("HEAD", BodyPublishers.noBody())),
                            stranger.post(path, "{}"))) {
                carriesAll(path, answer);
                statuses.merge(answer.status(), 1, Integer::sum);
                var type = answer.header("Content-Type").replaceFirst(";.*", "");
                types.add(type);
                if (type.equals("text/html")) {
                    pages++;
                    var inline = INLINE.matcher(answer.text());
                    assertThat(inline.find() ? inline.group() : "").as(path).isEmpty();
                }
            }
        }
        System.err.printf("headers: %s, %s, %d pages%n", statuses, types, pages);
        assertThat(pages).isGreaterThan(100);
        assertThat(statuses.keySet()).contains(200, 302, 400, 401, 403, 404);
    }

    @Test
    void whatIsTooLargeCarriesThemToo() {
        var path = Company.inOperation("/statements");
        carriesAll(
                "413",
                stranger.send(
                        reader().to(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(new byte[17 << 20]))));
    }

    private static Map<PathPattern, Set<RequestMethod>> declared() {
        var declared = new java.util.HashMap<PathPattern, Set<RequestMethod>>();
        COMPANY.hub
                .beans(RequestMappingHandlerMapping.class)
                .forEach(
                        mapping ->
                                mapping.getHandlerMethods()
                                        .keySet()
                                        .forEach(
                                                info ->
                                                        info.getPatternValues()
                                                                .forEach(
                                                                        pattern ->
                                                                                declared.computeIfAbsent(
                                                                                                PATTERNS
                                                                                                        .parse(
                                                                                                                pattern),
                                                                                                _ ->
                                                                                                        new HashSet<>())
                                                                                        .addAll(
                                                                                                info.getMethodsCondition()
                                                                                                        .getMethods()))));
        return declared;
    }

    /// A method that no controller declares for an address is told so, and does nothing.
    @Test
    void onlyDeclaredMethodsAreTaken() {
        var declared = declared();
        var client = reader();
        int refused = 0;
        for (var pattern : declared.keySet()) {
            var path =
                    VARIABLE.matcher(pattern.getPatternString())
                            .replaceAll(
                                    variable ->
                                            variable.group(1).equals("operation")
                                                    ? Company.OPERATION
                                                    : "x1");
            if (path.startsWith("/error") || !pattern.matches(PathContainer.parsePath(path))) {
                continue; // what went wrong comes by any method; and forms have names of their own
            }
            var taken = new TreeSet<RequestMethod>();
            declared.forEach(
                    (other, methods) -> {
                        if (other.matches(PathContainer.parsePath(path))) {
                            taken.addAll(methods);
                        }
                    });
            for (var method :
                    List.of(
                            "GET",
                            "POST",
                            "PUT",
                            "PATCH",
                            "DELETE",
                            "TRACE",
                            "PROPFIND",
                            "MADEUP")) {
                var known = RequestMethod.resolve(method);
                if (known != null && taken.contains(known)) {
                    continue;
                }
                var answer = client.send(client.to(path).method(method, BodyPublishers.noBody()));
                carriesAll(method + " " + path, answer);
                assertThat(answer.status()).as(method + " " + path).isIn(400, 405, 501);
                refused++;
            }
        }
        System.err.printf("methods: %d addresses, %d refused%n", declared.size(), refused);
        assertThat(refused).isGreaterThan(500);
    }
}
