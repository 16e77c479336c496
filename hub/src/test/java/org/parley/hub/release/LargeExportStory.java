package org.parley.hub.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Role;

/// An export of more than a hundred records over HTTP: refused to one person, given once a second
/// agreed, in every form, with label, cut and recipient in the file.
class LargeExportStory {

    private static final String SECOND = "south-relief-deputy";
    private static final HubUnderTest HUB = HubUnderTest.start();

    @TempDir Path folder;

    @AfterAll
    static void stop() {
        HUB.close();
    }

    private static String say(String account, String type, String says, int status) {
        var id = UUID.randomUUID().toString();
        var answer =
                HUB.as(account)
                        .post(
                                inOperation("/statements"),
                                "{\"id\":\"%s\",\"type\":\"%s\",\"label\":%s,\"says\":%s}"
                                        .formatted(
                                                id,
                                                type,
                                                type.startsWith("claims.")
                                                        ? "{\"audience\":[{\"to\":\"operation\",\"upTo\":\"F2\"}],\"sensitivity\":\"moderate\"}"
                                                        : "null",
                                                says));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return id;
    }

    /// A register whose totals by place have that many records.
    private static void register(String source, int places) {
        say(
                HubUnderTest.NORTH,
                "claims.source-described",
                "{\"source\":\"%s\",\"names\":{\"en\":\"Trucks\"},\"publisher\":\"North\",\"method\":\"Counted\",\"rule\":\"trucks\",\"limits\":[]}"
                        .formatted(source),
                201);
        say(
                HubUnderTest.NORTH,
                "claims.vintage-opened",
                "{\"source\":\"%s\",\"vintage\":\"v1\",\"asOf\":\"2026-03-01\",\"whole\":true,\"file\":\"%s\"}"
                        .formatted(source, "ab".repeat(32)),
                201);
        say(
                HubUnderTest.NORTH,
                "claims.rows-observed",
                "{\"source\":\"%s\",\"vintage\":\"v1\",\"rows\":[%s]}"
                        .formatted(
                                source,
                                IntStream.range(0, places)
                                        .mapToObj(
                                                i ->
                                                        "{\"key\":\"k%1$d\",\"hash\":\"%2$s\",\"date\":\"2026-02-01\",\"place\":\"Place %1$d\",\"quantity\":\"5\",\"unit\":\"MT\",\"flags\":[],\"rest\":{}}"
                                                                .formatted(i, "%064x".formatted(i)))
                                        .collect(Collectors.joining(","))),
                201);
        say(
                HubUnderTest.NORTH,
                "claims.vintage-closed",
                "{\"source\":\"%s\",\"vintage\":\"v1\",\"rows\":%2$d,\"added\":%2$d,\"changed\":0,\"withdrawn\":0,\"backDated\":0,\"heldBack\":0}"
                        .formatted(source, places),
                201);
    }

    private static HubClient.Answer export(String account, String source, String form) {
        return HUB.as(account)
                .get(
                        inOperation(
                                "/registers/north-aid/%s/export?count=place&form=%s"
                                        .formatted(source, form)));
    }

    @Test
    void moreThanAHundredRecordsLeaveWhenTwoAgreedAndSayForWhomAndFromWhen() throws IOException {
        HUB.enrol(SECOND, "south-relief", Role.CONTRIBUTOR);
        register("few", 100);
        register("many", 101);

        assertThat(export(HubUnderTest.SOUTH, "few", "csv").status()).isEqualTo(200);
        for (var form : new String[] {"csv", "xlsx"}) {
            var alone = export(HubUnderTest.SOUTH, "many", form);
            assertThat(alone.status()).as(alone.text()).isEqualTo(403);
            assertThat(alone.text()).contains("release.export-needs-two").doesNotContain("Place 1");
        }

        var proposal =
                say(
                        HubUnderTest.SOUTH,
                        "release.export-drawn",
                        "{\"what\":\"registers/north-aid/many by place\"}",
                        202);
        var path = inOperation("/proposals/%s/agreement".formatted(proposal));
        assertThat(HUB.as(HubUnderTest.SOUTH).post(path, "{}").status())
                .as("not by oneself")
                .isEqualTo(403);
        assertThat(export(HubUnderTest.SOUTH, "many", "csv").status()).isEqualTo(403);
        assertThat(HUB.as(SECOND).post(path, "{}").status()).isEqualTo(201);

        long size = HUB.stranger().get("/log/exercise").json().required("size").asLong();
        carries(export(HubUnderTest.SOUTH, "many", "csv").text(), size);
        carries(sheets(export(HubUnderTest.SOUTH, "many", "xlsx").bytes()), size);
        assertThat(export(HubUnderTest.NORTH, "many", "csv").status())
                .as("another organisation's agreement is not its own")
                .isEqualTo(403);
    }

    private static void carries(String file, long size) {
        assertThat(file)
                .contains(
                        "Place 0",
                        "Place 100",
                        "Records: 101",
                        "Drawn for south-relief",
                        "Label: ",
                        String.valueOf(size));
    }

    private String sheets(byte[] workbook) throws IOException {
        var file = Files.write(folder.resolve("export.xlsx"), workbook);
        var text = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                text.append(new String(zip.getInputStream(entry).readAllBytes()));
            }
        }
        return text.toString();
    }
}
