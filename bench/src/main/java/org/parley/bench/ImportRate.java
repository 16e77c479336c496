package org.parley.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.postgresql.PGConnection;

/// Rows of a file a second: uploaded, read by a mapping, kept as attributed observations with
/// receipts, beside `COPY` of the same file into one plain table of the same server.
final class ImportRate {

    private static final String HEAD =
            "ID,No. of Trucks,Received Date,Data Source,Manifest of,Description of Cargo,"
                    + "Cargo Category,Status,Quantity,Units,Donating Country/ Organization,"
                    + "Donation Type,Crossing,Destination Recipient/ Partner,Last Edited Time\n";
    private static final String[] GOODS = {"Wheat flour", "Water", "Tents", "Hygiene kits"};
    private static final String[] CATEGORIES = {"Food", "Non-Food", "Medical", "Mixed"};
    private static final String[] CROSSINGS = {"North gate", "South gate", "Sea gate"};

    private final int rows;
    private final int rounds;

    ImportRate(int rows, int rounds) {
        this.rows = rows;
        this.rounds = rounds;
    }

    String run() throws Exception {
        try (var hub = HubProcess.start()) {
            var contest =
                    new Rounds()
                            .with("Parley, observations with receipts", () -> imported(hub))
                            .with("COPY into one plain table", () -> copied(hub));
            return ("| rows | what | rows/s, median (least–most) | – | Parley ÷ this |\n"
                            + "|---|---|---|---|---|\n")
                    + contest.run(rounds).rows("%,d".formatted(rows))
                    + "%nHub resident after the run: %d MiB%n".formatted(hub.residentMebibytes());
        }
    }

    // Keys differ from round to round, so that every row is a new one.
    private String file(long seed) {
        var random = RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
        var csv = new StringBuilder(HEAD);
        for (int i = 0; i < rows; i++) {
            csv.append(
                    String.format(
                            Locale.ROOT,
                            "R%d-%d,1,2026-0%d-%02d,Desk,Org,%s,%s,Received,%d,Pallets,Donor %d,INGO,%s,Store %d,2026-09-01 10:00%n",
                            seed,
                            i,
                            1 + random.nextInt(8),
                            1 + random.nextInt(28),
                            GOODS[random.nextInt(GOODS.length)],
                            CATEGORIES[random.nextInt(CATEGORIES.length)],
                            1 + random.nextInt(40),
                            random.nextInt(60),
                            CROSSINGS[random.nextInt(CROSSINGS.length)],
                            random.nextInt(30)));
        }
        return csv.toString();
    }

    private Load.Result imported(HubProcess hub) throws Exception {
        var csv = file(System.nanoTime());
        try (var line = hub.line()) {
            long from = System.nanoTime();
            var begun =
                    line.send(
                            "POST",
                            "/api/v1/operations/bench/imports",
                            form(csv).getBytes(StandardCharsets.UTF_8),
                            "multipart/form-data; boundary=bench");
            if (begun.status() != 202) {
                throw new IOException("Import: " + begun.status() + " " + begun.text());
            }
            var id = between(begun.text(), "\"id\":\"", "\"");
            while (true) {
                var now = line.get("/api/v1/operations/bench/imports/" + id).text();
                var state = between(now, "\"state\":\"", "\"");
                if (state.equals("done")) {
                    return rate(System.nanoTime() - from);
                }
                if (!state.equals("running")) {
                    throw new IOException("Import: " + now);
                }
                Thread.sleep(20);
            }
        }
    }

    private static String form(String csv) {
        return """
        --bench\r
        Content-Disposition: form-data; name="as"\r
        \r
        unrwa-trucks\r
        --bench\r
        Content-Disposition: form-data; name="vintage"\r
        \r
        2026-09-30\r
        --bench\r
        Content-Disposition: form-data; name="holds"\r
        \r
        part\r
        --bench\r
        Content-Disposition: form-data; name="file"; filename="bench.csv"\r
        Content-Type: text/csv\r
        \r
        %s\r
        --bench--\r
        """
                .formatted(csv);
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    private Load.Result copied(HubProcess hub) throws Exception {
        var csv = file(System.nanoTime());
        var url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(hub.databasePort());
        try (var connection = DriverManager.getConnection(url, "postgres", hub.databasePassword());
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE IF NOT EXISTS bench_copy (a text, b text, c date, d text, e text,
                        f text, g text, h text, i numeric, j text, k text, l text, m text, n text,
                        o text)
                    """);
            long from = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY bench_copy FROM STDIN WITH (FORMAT csv, HEADER true)",
                            new StringReader(csv));
            return rate(System.nanoTime() - from);
        }
    }

    private Load.Result rate(long nanos) {
        return new Load.Result(rows * 1e9 / nanos, nanos / 1e6, nanos / 1e6);
    }
}
