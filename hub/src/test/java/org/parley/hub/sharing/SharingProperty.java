package org.parley.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.slf4j.LoggerFactory;

/// Nothing outside what a label allows, and nothing less (trust.md A1, A2, A4): whoever asks, at
/// every address, sees the marked values that the rule book lets them see and no other; and no line
/// of a log holds one. `-Dsharing.seed` repeats a run, `-Dsharing.records` makes it longer.
class SharingProperty {

    private static final long SEED = Long.getLong("sharing.seed", 20_261_125L);
    private static final int RECORDS = Integer.getInteger("sharing.records", 120);
    private static final int DETAILS = Integer.getInteger("sharing.details", 6);

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Company company = new Company(SEED);
    private final List<String> leaks = new ArrayList<>();
    private final Map<Told, Set<String>> exactly = new HashMap<>();
    private long triples;

    SharingProperty() {
        logged.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(logged);
    }

    @AfterEach
    void stop() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME))
                .detachAppender(logged);
        company.close();
    }

    @Test
    void everyAddressShowsWhatTheLabelAllowsAndNothingElse() {
        System.err.printf("sharing: seed %d, %d records%n", SEED, RECORDS);
        company.tell(RECORDS);
        company.tellUntilSomethingExactIsShared();
        var types = new TreeSet<String>();
        company.told.forEach(record -> types.add(record.type()));
        var endpoints = new Endpoints(company);
        var lists = endpoints.lists();
        company.readers.forEach(
                (who, client) -> {
                    var allowed = company.mayHave(who);
                    lists.forEach(path -> ask(who, client, path, allowed));
                    endpoints.details(DETAILS).forEach(path -> ask(who, client, path, allowed));
                    company.told.forEach(record -> whole(who, client, record));
                });
        System.err.printf(
                "sharing: %d records of %d types, %d readers, %d addresses, %,d triples%n%s%n",
                company.told.size(),
                types.size(),
                company.readers.size(),
                endpoints.patterns().size(),
                triples,
                new TreeMap<>(company.answers));

        exactly.forEach(this::isTakenDown);
        assertThat(leaks).as("seed %d", SEED).isEmpty();
        assertThat(exactly).as("exact records that others read").isNotEmpty();
        assertThat(types).as("kinds of statement recorded").hasSizeGreaterThan(15);
        assertThat(logged.list.stream().map(ILoggingEvent::getFormattedMessage))
                .as("seed %d", SEED)
                .noneMatch(line -> Canaries.MARKED.matcher(line).find());
    }

    private void ask(RuleBook.Asking who, HubClient client, String path, Set<String> allowed) {
        var answer = client.get(path);
        triples += company.told.size();
        var asked = Canaries.in(path);
        var shown = Canaries.in(answer.text());
        shown.addAll(Canaries.in(answer.response().headers().toString()));
        noteExact(who, answer, shown);
        shown.removeAll(allowed);
        if (answer.status() >= 400) {
            shown.removeAll(asked); // it may say what was asked for
        }
        if (!shown.isEmpty()) {
            leak(
                    "%s at %s (%d) sees %s of %s in %s"
                            .formatted(
                                    who,
                                    path,
                                    answer.status(),
                                    shown,
                                    company.told.stream()
                                            .filter(
                                                    record ->
                                                            record.marked().keySet().stream()
                                                                    .anyMatch(shown::contains))
                                            .toList(),
                                    cut(answer.text())));
        }
        if (answer.status() >= 500) {
            leak("%s broke %s: %s".formatted(who, path, cut(answer.text())));
        }
    }

    /// The record itself: all of what its reader may see, or the answer that an absent one gets.
    private void whole(RuleBook.Asking who, HubClient client, Told record) {
        triples++;
        int ceiling = RuleBook.ceiling(who, record.sharing());
        var answer = client.get(Company.inOperation(record.path()));
        if (ceiling == RuleBook.NOTHING) {
            var absent =
                    client.get(
                            Company.inOperation(
                                    "/statements/%s/%s"
                                            .formatted(
                                                    record.sharing().originator(),
                                                    UUID.randomUUID())));
            if (answer.status() != 404 || !answer.text().equals(absent.text())) {
                leak("%s is told that %s exists: %s".formatted(who, record, cut(answer.text())));
            }
            return;
        }
        var due = new TreeSet<String>();
        record.marked()
                .forEach(
                        (canary, fieldClass) -> {
                            if (fieldClass <= ceiling) {
                                due.add(canary);
                            }
                        });
        noteExact(who, answer, Canaries.in(answer.text()));
        due.removeAll(Canaries.in(cut(answer.text())));
        if (answer.status() != 200 || !due.isEmpty()) {
            leak("%s misses %s of %s (%d)".formatted(who, due, record, answer.status()));
        }
    }

    /// Values that are exact wherever they occur, and occur in one record of another organisation.
    private void noteExact(RuleBook.Asking who, HubClient.Answer answer, Set<String> shown) {
        if (answer.status() != 200) {
            return;
        }
        for (var canary : shown) {
            var holding =
                    company.told.stream().filter(one -> one.marked().containsKey(canary)).toList();
            if (holding.size() == 1
                    && holding.getFirst().marked().getOrDefault(canary, 0) == 3
                    && !holding.getFirst().sharing().originator().equals(who.organisation())) {
                exactly.computeIfAbsent(holding.getFirst(), _ -> new TreeSet<>())
                        .add(who.account());
            }
        }
    }

    /// Its originator is told of everybody of another organisation who read it exactly.
    private void isTakenDown(Told record, Set<String> readers) {
        var missing = new TreeSet<>(readers);
        var originator = company.speaker(record.sharing().originator());
        var next = "";
        do {
            var page =
                    originator
                            .get(Company.inOperation(record.path() + "/readers?limit=500" + next))
                            .json();
            page.required("items").forEach(read -> missing.remove(read.get("account").asString()));
            next = page.has("next") ? "&after=" + page.get("next").asString() : "";
        } while (!next.isEmpty());
        if (!missing.isEmpty()) {
            leak("%s read %s and its originator is not told".formatted(missing, record));
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 2_000));
    }

    private void leak(String what) {
        if (leaks.size() < 12) {
            leaks.add(what);
        }
    }
}
