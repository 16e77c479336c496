package org.parley.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/// Whether a reader can tell by the time that an answer takes that something exists which is hidden
/// from them: at each address that names one thing, the same question for a hidden thing and for
/// one that never was, in turn and in random order, medians side by side.
final class Timing {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-zA-Z]+)(:[^/]*)?}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Hidden things of each kind.
    private static final int THINGS = 40;

    private final int rounds;
    private final String[] settings;
    private final Random random = new Random(20_261_125);
    private final List<String> statements = new ArrayList<>();
    private int size;

    /// @param rounds of one question each for a hidden and an absent thing, at each address
    /// @param settings of the hub, such as `--parley.api.beat=0` for answers at once
    Timing(int rounds, String... settings) {
        this.rounds = rounds;
        this.settings = settings;
    }

    String run() throws Exception {
        try (var hub = HubProcess.start(settings);
                var speaker = hub.line()) {
            var stranger = speaker.post("/bench/stranger", "{}").text();
            fill(speaker);
            var addresses =
                    StreamSupport.stream(
                                    JSON.readTree(speaker.get("/bench/addresses").text())
                                            .spliterator(),
                                    false)
                            .map(one -> one.asString())
                            .toList();
            Opened open = () -> new HttpLine(hub.port(), stranger);
            measure(open, addresses, Math.min(rounds, 60), new ArrayList<>()); // warms up
            var rows = new ArrayList<Row>();
            measure(open, addresses, rounds, rows);
            return table(rows);
        }
    }

    private interface Opened {
        HttpLine line() throws IOException;
    }

    private record Row(
            String address, String statuses, double hidden, double absent, boolean same) {
        double ratio() {
            return hidden / absent;
        }
    }

    private void fill(HttpLine speaker) throws IOException {
        for (int i = 0; i < THINGS; i++) {
            for (var said :
                    Map.of(
                                    "places.area-described",
                                    "{\"area\":\"h-area-%d\",\"kind\":\"zone\",\"level\":1,\"names\":{\"common\":{\"en\":\"A\"}}}",
                                    "places.crossing-described",
                                    "{\"crossing\":\"h-crossing-%d\",\"kind\":\"land\",\"names\":{\"common\":{\"en\":\"A\"}}}",
                                    "places.corridor-described",
                                    "{\"corridor\":\"h-corridor-%1$d\",\"stops\":[\"h-crossing-%1$d\",\"h-area-%1$d\"],\"names\":{\"common\":{\"en\":\"A\"}}}",
                                    "places.site-described",
                                    "{\"site\":\"h-site-%1$d\",\"area\":\"h-area-%1$d\",\"kind\":\"warehouse\",\"names\":{\"common\":{\"en\":\"A\"}},\"position\":{\"longitude\":1.5,\"latitude\":2.5}}",
                                    "partners.organisation-described",
                                    "{\"partner\":\"h-partner-%d\",\"kind\":\"ngo\",\"names\":{\"common\":{\"en\":\"A\"}}}",
                                    "flow.consignment-requested",
                                    "{\"consignment\":\"h-consignment-%d\",\"kind\":\"humanitarian\",\"sender\":\"bench-partner\",\"receiver\":\"bench-partner\",\"lines\":[{\"line\":\"1\",\"description\":\"rice\",\"category\":\"food\",\"quantity\":12.5,\"unit\":\"TNE\"}]}",
                                    "claims.source-described",
                                    "{\"source\":\"h-source-%d\",\"names\":{\"en\":\"S\"},\"publisher\":\"P\",\"method\":\"M\",\"rule\":\"trucks\",\"limits\":[]}",
                                    "claims.claimed",
                                    "{\"claim\":\"h-claim-%1$d\",\"kind\":\"count\",\"about\":\"Trucks\",\"says\":\"12\",\"assertedBy\":\"A\",\"figure\":{\"series\":\"h-series-%1$d\",\"amount\":\"12\",\"unit\":\"trucks\",\"approximate\":false,\"rule\":\"trucks\"},\"facts\":{}}")
                            .entrySet()) {
                say(speaker, said.getKey(), said.getValue().formatted(i));
            }
        }
    }

    private void say(HttpLine speaker, String type, String says) throws IOException {
        var id = UUID.randomUUID().toString();
        var answer =
                speaker.post(
                        "/api/v1/operations/bench/statements",
                        "{\"id\":\"%s\",\"type\":\"%s\",\"label\":{\"audience\":[],\"sensitivity\":\"severe\"},\"says\":%s}"
                                .formatted(id, type, says));
        if (answer.status() != 201) {
            throw new IllegalStateException(type + ": " + answer.text());
        }
        statements.add(id);
        size++;
    }

    private void measure(Opened open, List<String> addresses, int many, List<Row> rows)
            throws IOException {
        var line = open.line();
        for (var address : addresses) {
            var hidden = new ArrayList<Long>();
            var absent = new ArrayList<Long>();
            int[] statuses = new int[2];
            boolean same = true;
            for (int i = 0; i < many; i++) {
                boolean first = random.nextBoolean();
                for (boolean asksHidden : new boolean[] {first, !first}) {
                    var path = path(address, asksHidden);
                    long began = System.nanoTime();
                    HttpLine.Answer answer;
                    try {
                        answer = line.get(path);
                    } catch (IOException closed) { // as servers do after what they cannot read
                        line = open.line();
                        began = System.nanoTime();
                        answer = line.get(path);
                    }
                    (asksHidden ? hidden : absent).add(System.nanoTime() - began);
                    statuses[asksHidden ? 0 : 1] = answer.status();
                }
                same &= statuses[0] == statuses[1];
            }
            rows.add(
                    new Row(
                            address.replaceAll(":[^}/]*}", "}"),
                            "%d".formatted(statuses[0])
                                    + (same ? "" : "/%d".formatted(statuses[1])),
                            median(hidden),
                            median(absent),
                            same));
        }
    }

    private static double median(List<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length / 2] / 1e6;
    }

    private String path(String address, boolean hidden) {
        var query =
                address.endsWith("/revisions")
                        ? "?since=1"
                        : address.endsWith("/versions") ? "?key=k1" : "";
        return VARIABLE.matcher(address)
                        .replaceAll(variable -> value(variable.group(1), address, hidden))
                + query;
    }

    private String value(String variable, String address, boolean hidden) {
        var other = hidden ? "h-" : "n-";
        int number = random.nextInt(THINGS);
        return switch (variable) {
            case "operation" -> "bench";
            case "originator", "by" -> "bench-partner";
            case "id" ->
                    address.contains("/import")
                            ? "im-" + (hidden ? 1 : 9)
                            : hidden
                                    ? statements.get(random.nextInt(statements.size()))
                                    : UUID.randomUUID().toString();
            case "index" -> String.valueOf(hidden ? 3 + number : size + 100 + number);
            case "place" ->
                    other
                            + List.of("site", "area", "crossing", "corridor").get(number % 4)
                            + "-"
                            + number;
            case "area",
                    "crossing",
                    "corridor",
                    "site",
                    "consignment",
                    "source",
                    "claim",
                    "series",
                    "partner" ->
                    other + variable + "-" + number;
            case "form" -> address.contains("/flow/") ? "receipt" : "seat";
            default -> throw new IllegalStateException("give {%s} a value".formatted(variable));
        };
    }

    private String table(List<Row> rows) {
        var text =
                new StringBuilder(
                        "| address | answer | hidden ms | absent ms | hidden ÷ absent |\n|---|---|---|---|---|\n");
        rows.forEach(
                row ->
                        text.append(
                                "| `%s` | %s | %.3f | %.3f | %.3f |%n"
                                        .formatted(
                                                row.address(),
                                                row.statuses(),
                                                row.hidden(),
                                                row.absent(),
                                                row.ratio())));
        var ratios = rows.stream().mapToDouble(Row::ratio).sorted().toArray();
        long apart = Arrays.stream(ratios).filter(one -> one < 0.95 || one > 1.05).count();
        return text.append(
                        "%n%d addresses, %d pairs each; median ratio %.3f, least %.3f, most %.3f; %d beyond 5 %%; %s%n"
                                .formatted(
                                        rows.size(),
                                        rounds,
                                        ratios[ratios.length / 2],
                                        ratios[0],
                                        ratios[ratios.length - 1],
                                        apart,
                                        rows.stream().allMatch(Row::same)
                                                ? "the same status everywhere"
                                                : "STATUSES DIFFER"))
                .toString();
    }
}
