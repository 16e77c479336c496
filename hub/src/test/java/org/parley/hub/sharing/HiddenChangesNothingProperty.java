package org.parley.hub.sharing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;

/// Two worlds that differ in what somebody may not see give that somebody the same bytes (trust.md
/// A3): every address is asked before and after a statement that does not exist for the reader:
/// status, headers, body, counts, order and paging are equal once the log's sizes and the moment of
/// asking are taken out. That the log grew is a declared leak. `-Dsharing.seed` repeats a run,
/// `-Dsharing.worlds` makes it longer; at length `-Dsharing.batch` says how many hidden statements
/// part one world from the other. `-Dsharing.pairs` says how many single hidden statements are
/// asked about at some addresses each.
class HiddenChangesNothingProperty {

    private static final long SEED = Long.getLong("sharing.seed", 20_261_125L);
    private static final int WORLDS = Integer.getInteger("sharing.worlds", 25);
    private static final int BATCH = Integer.getInteger("sharing.batch", 1);
    private static final int PAIRS = Integer.getInteger("sharing.pairs", 25);
    private static final int RECORDS = 60;

    /// Addresses that are asked about each single hidden statement: the newest records, and so many
    /// others by chance.
    private static final int ASKED = 3;

    /// Batches in a row that one reader is asked about: the answers after one are those before the
    /// next.
    private static final int IN_A_ROW = 8;

    /// Statements after which a company is left for a new one: lists grow, and questions with them.
    private static final int LIFE = 1_000;

    /// How long the log is, when it was asked, and what a page draws anew each time.
    private static final List<Pattern> OF_THE_MOMENT =
            List.of(
                    Pattern.compile(
                            "\"(?:size|statements|knownTo|fromSize|untilSize|logSize)\":\\d+"),
                    Pattern.compile(
                            "\"(?:asOf|at|until|drawnAt|knownAt|since|stageSince)\":\"[^\"]*\""),
                    Pattern.compile("live\\?from=\\d+"),
                    Pattern.compile("[\\d,]+ statements"),
                    // the size that somebody was served last
                    Pattern.compile("asOf=\\d+\"><bdi>[0-9.,]+</bdi>"),
                    Pattern.compile("name=\"_csrf\" value=\"[^\"]*\""),
                    Pattern.compile("name=\"id\" value=\"[^\"]*\""),
                    Pattern.compile("\\d\\d\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z"),
                    // how long ago something was
                    Pattern.compile("Hours\":\\{\"value\":[0-9.]+"),
                    Pattern.compile("\\d+ (?:min|h|d)\\b"),
                    // where a moment is drawn on a line of time
                    Pattern.compile("\\d+\\.\\d+"),
                    Pattern.compile("\\d\\d:\\d\\d"));

    private Company company = new Company(SEED);

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void whatSomebodyMayNotSeeChangesNothingForThem() {
        System.err.printf("hidden: seed %d, %d pairs of worlds%n", SEED, WORLDS);
        company.tell(RECORDS);
        var differences = new ArrayList<String>();
        long compared = 0;
        int world = 0;
        var warm = new java.util.HashSet<String>();
        for (int tries = 0;
                tries < WORLDS * 100 && world < WORLDS && differences.size() < 6;
                tries++) {
            if (BATCH > 1 && tries % 20 == 0) {
                System.err.printf("hidden: %,d statements, %,d answers%n", world, compared);
            }
            if (isRenewed(tries)) {
                warm.clear();
            }
            var saying = company.saying();
            var reader = blind(saying);
            if (reader.isEmpty()) {
                continue;
            }
            var who = reader.get();
            var client = requireNonNull(company.readers.get(who));
            var paths = addresses();
            var before = answers(client, paths);
            if (warm.addAll(served(who, before))) {
                // that one is served in some way for the first time shows in later answers
                noted();
                before = answers(client, paths);
            }
            for (int row = 0; row < IN_A_ROW && world < WORLDS; row++) {
                var said = said(row == 0 ? saying : company.saying(), who);
                if (said.isEmpty()) {
                    continue;
                }
                world += said.size();
                var after = answers(client, paths);
                compared += paths.size();
                compare(who, said, before, after, differences);
                before = after;
            }
        }
        System.err.printf("hidden: %,d hidden statements, %,d answers compared%n", world, compared);

        assertThat(differences).as("seed %d", SEED).isEmpty();
        assertThat(world).as("worlds, seed %d", SEED).isGreaterThanOrEqualTo(WORLDS);
    }

    /// The same for one hidden statement at a time, so that what one changes and the next changes
    /// back is seen as well; each at a few addresses by chance.
    @Test
    void oneHiddenStatementChangesNoAnswer() {
        System.err.printf("hidden: seed %d, %d pairs of worlds of one statement%n", SEED, PAIRS);
        company.tell(RECORDS);
        var differences = new ArrayList<String>();
        int pairs = 0;
        for (int tries = 0;
                pairs < PAIRS && tries < PAIRS * 40 && differences.size() < 6;
                tries++) {
            if (isRenewed(tries)) {
                System.err.printf("hidden: %,d pairs%n", pairs);
            }
            var saying = company.saying();
            var reader = blind(saying);
            if (reader.isEmpty()) {
                continue;
            }
            var who = reader.get();
            var client = requireNonNull(company.readers.get(who));
            var paths = some();
            var before = answers(client, paths);
            if (company.tell(saying).isPresent()) {
                pairs++;
                var said = List.of(saying.statement().toString());
                compare(who, said, before, answers(client, paths), differences);
            }
        }
        System.err.printf("hidden: %,d pairs of worlds compared%n", pairs);

        assertThat(differences).as("seed %d", SEED).isEmpty();
        assertThat(pairs).as("pairs, seed %d", SEED).isEqualTo(PAIRS);
    }

    /// Leaves a company that has heard a great deal for a new one.
    private boolean isRenewed(int tries) {
        if (company.told.size() <= RECORDS + LIFE) {
            return false;
        }
        company.close();
        company = new Company(SEED + tries);
        company.tell(RECORDS);
        return true;
    }

    private List<String> addresses() {
        var endpoints = new Endpoints(company);
        var all = new ArrayList<>(endpoints.lists());
        all.addAll(endpoints.details(1));
        all.removeIf(path -> path.startsWith("/log/") || path.equals("/metrics"));
        return all;
    }

    private List<String> some() {
        var all = addresses();
        // what one was served shows a second later, and is compared where all addresses are
        all.removeIf(path -> path.contains("/known-to"));
        var some = new ArrayList<String>();
        some.add(Company.inOperation("/statements"));
        for (int i = 0; i < ASKED; i++) {
            some.add(all.get(company.random().nextInt(all.size())));
        }
        return some;
    }

    private static void compare(
            RuleBook.Asking who,
            List<String> said,
            Map<String, String> before,
            Map<String, String> after,
            List<String> differences) {
        before.forEach(
                (path, answer) -> {
                    if (!answer.equals(after.get(path))) {
                        differences.add(
                                "%s at %s after %s:%n%s"
                                        .formatted(
                                                who,
                                                path,
                                                said,
                                                first(answer, after.getOrDefault(path, ""))));
                    }
                });
    }

    /// The ways in which a reader was served for the first time, maybe: at all, and as a file,
    /// which is what is neither JSON for a program nor a page for a person.
    private static Set<String> served(RuleBook.Asking who, Map<String, String> answers) {
        var ways = new TreeSet<>(Set.of(who.account()));
        answers.forEach(
                (path, answer) -> {
                    var head = answer.substring(0, answer.indexOf('\n'));
                    var usual = path.startsWith("/api/") ? "json" : "html";
                    if (head.startsWith("200") && !head.matches(".*[/+]" + usual + "\\b.*")) {
                        ways.add(who.account() + " " + path.replaceAll(".*/|[?].*", ""));
                    }
                });
        return ways;
    }

    /// What was served is written down within a second of it, and shown to who was served.
    private static void noted() {
        try {
            Thread.sleep(2_500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Says that, and more until a batch is full, nothing of which the reader may see.
    private List<String> said(Company.Saying first, RuleBook.Asking who) {
        var said = new ArrayList<String>();
        var next = first;
        for (int tries = 0; tries < BATCH * 20 && said.size() < BATCH; tries++) {
            if (RuleBook.ceiling(who, next.sharing()) == RuleBook.NOTHING
                    && !replaces(next, who)
                    && company.tell(next).isPresent()) {
                said.add(next.statement().toString());
            }
            if (said.size() < BATCH && BATCH > 1) {
                next = company.saying();
            } else {
                break;
            }
        }
        return said;
    }

    /// Somebody for whom what is about to be said will not exist.
    private Optional<RuleBook.Asking> blind(Company.Saying saying) {
        var blind =
                company.readers.keySet().stream()
                        .filter(who -> RuleBook.ceiling(who, saying.sharing()) == RuleBook.NOTHING)
                        .filter(who -> !replaces(saying, who))
                        .toList();
        return blind.isEmpty() ? Optional.empty() : Optional.of(company.invented.one(blind));
    }

    /// Who says something of the same kind again takes back what the reader saw: that is no hidden
    /// act any more, and the author is told so.
    private boolean replaces(Company.Saying saying, RuleBook.Asking who) {
        var type = saying.statement().required("type").asString();
        return company.told.stream()
                .filter(record -> record.type().equals(type))
                .filter(record -> record.sharing().originator().equals(saying.originator()))
                .anyMatch(record -> RuleBook.ceiling(who, record.sharing()) != RuleBook.NOTHING);
    }

    private static Map<String, String> answers(HubClient client, List<String> paths) {
        var answers = new LinkedHashMap<String, String>();
        for (var path : paths) {
            var answer = client.get(path);
            var headers = new java.util.TreeMap<>(answer.response().headers().map());
            headers.keySet()
                    .removeIf(
                            name ->
                                    name.matches(
                                            "(?i)date|set-cookie|etag|x-.*|content-length|ratelimit.*"));
            var text = answer.status() + " " + headers + "\n" + answer.text();
            for (var moment : OF_THE_MOMENT) {
                text = moment.matcher(text).replaceAll("·");
            }
            answers.put(path, text);
        }
        return answers;
    }

    private static String first(String before, String after) {
        int at = 0;
        while (at < Math.min(before.length(), after.length())
                && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        return "  before …%s%n  after  …%s".formatted(around(before, at), around(after, at));
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 160));
    }
}
