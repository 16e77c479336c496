package org.parley.hub.harm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;
import org.parley.hub.api.Paging;
import org.parley.hub.journal.Kinds;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What the hub has no question and no word for (trust.md 5.2, 5.3; decision 0022). Every address
/// that answers and everything that can be asked there is in a list with the reason why it tells
/// nobody what is not protected, what is nearest, or how two sets of sites differ: `harm/queries`.
/// What is new fails here until somebody has thought about it.
class HarmRulesTest {

    /// Words in no question: not those that are elsewhere, near, outside, or other than before.
    private static final Pattern NEVER_ASKED =
            Pattern.compile(
                    "(?i)near.*|.*nearest.*|distance|radius|within|bbox|bounds|lat.*|lon.*|not|without|except"
                            + "|exclude.*|missing|absent|unprotected|complement|diff.*|compare|other|sort.*|order.*"
                            + "|area|areas|polygon");

    /// Words in no name of a kind or field.
    private static final Pattern NEVER_SAID =
            Pattern.compile(
                    "(?i).*(target|weapon|ammunition|strike|warhead|hostile|enemy|troop|sniper|ordnance"
                            + "|unit-?position|person|people|detainee|hostage|prisoner|patient|passport|beneficiar"
                            + "|birth|gender|driver|phone|email).*");

    private final HubUnderTest hub = HubUnderTest.shared();

    @Test
    void everyQuestionIsListedWithTheReasonWhyItDoesNoHarm() {
        var listed = listed();
        var there = there();

        assertThat(there.keySet())
                .as("list each address in harm/queries.txt with its reason")
                .isEqualTo(listed.keySet());
        there.forEach(
                (address, asked) ->
                        assertThat(asked).as("asked at " + address).isEqualTo(listed.get(address)));
    }

    @Test
    void nothingAsksForWhatIsNearOutsideOrDifferent() {
        there().values()
                .forEach(
                        asked ->
                                assertThat(asked)
                                        .noneMatch(name -> NEVER_ASKED.matcher(name).matches()));
    }

    @Test
    void noKindOfStatementDescribesTargetsUnitsOrPersons() {
        for (var kind : hub.bean(Kinds.class).list()) {
            assertThat(kind.type()).doesNotMatch(NEVER_SAID);
            var names = new TreeSet<String>();
            gather(kind.body(), names, new HashSet<>());
            assertThat(names).as(kind.type()).noneMatch(name -> NEVER_SAID.matcher(name).matches());
        }
    }

    @Test
    void tracksOfHostilesAndOtherTypesOfTheBattlefieldAreRefused() {
        for (var type :
                List.of("a-h-G", "a-h-A-M-F", "a-f-G-U-C", "b-m-p-w-GOTO", "targets.described")) {
            var answer =
                    hub.as(HubUnderTest.NORTH)
                            .post(
                                    inOperation("/statements"),
                                    "{\"id\":\"%s\",\"type\":\"%s\",\"says\":{}}"
                                            .formatted(UUID.randomUUID(), type));
            assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
            assertThat(answer.text()).as(type).contains("unknown");
        }
    }

    @Test
    void whatAsksWithTheWordsOfTargetsIsRefusedInFourLanguagesAndWhatReportsIsNot() {
        var seat = UUID.randomUUID().toString();
        var reported =
                hub.as(HubUnderTest.NORTH)
                        .post(
                                inOperation("/statements"),
                                "{\"id\":\"%s\",\"type\":\"partners.seat-reported\",\"says\":{\"partner\":\"north-aid\",\"stage\":\"seated\",\"on\":\"2026-03-01\",\"approximate\":false}}"
                                        .formatted(seat));
        assertThat(reported.status()).as(reported.text()).isIn(201, 202);
        var shelled =
                say(
                        "flow.goods-reported",
                        "{\"consignment\":\"harm-1\",\"step\":\"lost\",\"goods\":[{\"line\":\"1\",\"quantity\":1}],\"reason\":\"bombs fell on the road, enemy positions near it\"}");
        assertThat(shelled.text()).doesNotContain("outside-the-hub");
        for (var reason :
                List.of(
                        "high-value target, see the strike list",
                        "voir la liste des cibles",
                        "انظر إحداثيات الهدف",
                        "ראו בנק המטרות",
                        "ammunition was in it")) {
            var answer =
                    say(
                            "release.recall-asked",
                            "{\"record\":\"%s\",\"reason\":\"%s\"}".formatted(seat, reason));
            assertThat(answer.status()).as(reason + answer.text()).isEqualTo(422);
            assertThat(answer.text()).contains("journal.outside-the-hub");
        }
    }

    private org.parley.hub.HubClient.Answer say(String type, String says) {
        return hub.as(HubUnderTest.NORTH)
                .post(
                        inOperation("/statements"),
                        "{\"id\":\"%s\",\"type\":\"%s\",\"says\":%s}"
                                .formatted(UUID.randomUUID(), type, says));
    }

    private static void gather(Class<?> record, Set<String> names, Set<Class<?>> seen) {
        if (!record.isRecord() || !seen.add(record)) {
            return;
        }
        for (RecordComponent component : record.getRecordComponents()) {
            names.add(component.getName());
            inner(component.getGenericType(), names, seen);
        }
    }

    private static void inner(Type type, Set<String> names, Set<Class<?>> seen) {
        if (type instanceof Class<?> plain) {
            gather(plain.isArray() ? plain.getComponentType() : plain, names, seen);
        } else if (type instanceof ParameterizedType of) {
            for (var each : of.getActualTypeArguments()) {
                inner(each, names, seen);
            }
        }
    }

    /// Address and what may be asked there, as the hub itself says.
    private Map<String, Set<String>> there() {
        var there = new TreeMap<String, Set<String>>();
        for (var mapping : hub.beans(RequestMappingHandlerMapping.class)) {
            mapping.getHandlerMethods()
                    .forEach(
                            (info, method) -> {
                                var methods = info.getMethodsCondition().getMethods();
                                if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                                    for (var address : info.getPatternValues()) {
                                        if (address.contains("{operation}")) {
                                            there.computeIfAbsent(address, _ -> new TreeSet<>())
                                                    .addAll(asked(method));
                                        }
                                    }
                                }
                            });
        }
        return there;
    }

    private static List<String> asked(HandlerMethod method) {
        var asked = new ArrayList<String>();
        for (var parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            var given = parameter.getParameterAnnotation(RequestParam.class);
            if (given != null) {
                asked.add(
                        given.name().isEmpty()
                                ? String.valueOf(parameter.getParameterName())
                                : given.name());
            } else if (parameter.getParameterType() == Paging.class) {
                asked.add("limit");
                asked.add("after");
            }
        }
        return asked;
    }

    private static Map<String, Set<String>> listed() {
        var listed = new TreeMap<String, Set<String>>();
        try (var in = HarmRulesTest.class.getResourceAsStream("/harm/queries.txt")) {
            var text =
                    new String(
                            java.util.Objects.requireNonNull(in).readAllBytes(),
                            StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(
                            line -> {
                                var parts = line.split(" \\| ");
                                assertThat(parts).as(line).hasSize(3);
                                assertThat(parts[2].strip())
                                        .as("reason: " + line)
                                        .hasSizeGreaterThan(10);
                                var names = new TreeSet<String>();
                                for (var name : parts[1].split(",")) {
                                    if (!name.isBlank()) {
                                        names.add(name.strip());
                                    }
                                }
                                listed.put(parts[0].strip(), names);
                            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return listed;
    }
}
