package org.parley.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.hub.claims.TotalsBy.MONTH;
import static org.parley.hub.claims.TotalsBy.PLACE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.hub.SharedFiles;
import org.parley.hub.claims.OddView;
import org.parley.hub.claims.RegisterId;
import org.parley.hub.claims.RevisionsView;
import org.parley.hub.claims.RowFilter;
import org.parley.hub.claims.RowView;
import org.parley.hub.claims.TestClaims;
import org.parley.hub.claims.TotalView;
import org.parley.hub.exchange.tabular.Unreadable;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.TestJournal;
import org.parley.kernel.harm.HeldText;
import org.parley.kernel.id.PartnerId;

/// A partner sends a list, sends it again, sends a later one, and corrects what was sent back.
class ImportStory {

    private static final PartnerId AGENCY = new PartnerId("agency");
    private static final RegisterId TRUCKS = new RegisterId("agency", "unrwa-trucks");
    private static final String HEADER =
            "ID,Received Date,Quantity,Units,Donating Country/ Organization,Crossing,"
                    + "Destination Recipient/ Partner,Last Edited Time\n";

    private final TestClaims hub = TestClaims.open();
    private final Importer importer = new Importer(hub.journal().journal(), hub.observations());

    @TempDir Path folder;

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aListIsTakenWholeAndTheSameListAgainChangesNothing() {
        var file =
                file(
                        "list.csv",
                        HEADER + "1,2031-03-01,20,Pallets,A,North,X,t1\n2,2031-03-02,,,,,,t1\n");

        var first = take(file, "2031-04-05");
        long size = hub.journal().cut().size();
        var again = take(file, "2031-04-05");

        assertThat(first.added()).isEqualTo(2);
        assertThat(again.sameFile()).isTrue();
        assertThat(again.same()).isEqualTo(2);
        assertThat(again.statements()).isZero();
        assertThat(hub.journal().cut().size()).isEqualTo(size);
        assertThat(odd())
                .contains(new OddView("quantity-blank", 1), new OddView("destination-blank", 1));
    }

    /// The row counts; what looks like personal data in it is held back, and cannot be guessed
    /// against the hash by which the row is known again.
    @Test
    void aTextThatLooksLikePersonalDataIsHeldBackAndItsRowCounts() {
        var header = HEADER.strip() + ",Description of Cargo\n";
        var one = header + "1,2031-03-01,20,Pallets,A,North,X,t1,%s\n";
        take(file("list.csv", one.formatted("ask Mr Haddad")), "2031-04-05");
        var row = rows(hub.journal().cut()).getFirst();

        var other = take(file("later.csv", one.formatted("ask Mr Sabbagh")), "2031-05-05");

        assertThat(row.description()).matches(HeldText.TOKEN);
        assertThat(row.quantity()).isEqualTo("20");
        assertThat(odd()).contains(new OddView("text-held", 1));
        assertThat(other.same()).isEqualTo(1);
    }

    @Test
    void aLaterListBecomesRevisionsAndTheEarlierStaysReadable() {
        take(
                file(
                        "early.csv",
                        HEADER
                                + "1,2031-03-01,20,Pallets,A,North,X,t1\n"
                                + "2,2031-03-02,10,Pallets,A,North,X,t1\n"
                                + "3,2031-03-03,10,Pallets,A,South,X,t1\n"),
                "2031-03-04");
        var before = hub.journal().cut();

        var report =
                take(
                        file(
                                "late.csv",
                                HEADER
                                        + "1,2031-03-01,20,Pallets,A,North,X,t2\n" // touched only
                                        + "2,2031-03-02,11,Pallets,A,North,X,t2\n"
                                        + "4,2031-02-28,5,Pallets,B,North,X,t2\n" // back-dated
                                        + "5,2031-03-09,5,Pallets,B,South,X,t2\n"),
                        "2031-03-10");

        assertThat(report.added()).isEqualTo(2);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.withdrawn()).isEqualTo(1);
        assertThat(report.backDated()).isEqualTo(1);
        assertThat(report.same()).isEqualTo(1);
        assertThat(revisions(before)).isEqualTo(new RevisionsView(3, 4, 2, 1, 1, 1));
        assertThat(totals(before).stream().mapToLong(TotalView::rows).sum()).isEqualTo(3);
        assertThat(rows(before)).extracting(RowView::key).containsExactly("1", "2", "3");
        assertThat(rows(hub.journal().cut()))
                .extracting(RowView::key)
                .containsExactly("1", "2", "4", "5");
        assertThat(
                        hub.observations()
                                .versions(
                                        hub.journal().sight("agency"),
                                        hub.journal().cut(),
                                        TRUCKS,
                                        "2"))
                .extracting(RowView::quantity)
                .containsExactly("10", "11");
    }

    @Test
    void rowsThatCannotBeUnderstoodComeBackToBeCorrected() throws IOException {
        var problems = folder.resolve("problems.csv");
        var report =
                take(
                        file(
                                "list.csv",
                                HEADER
                                        + "1,03/04/2031,20,Pallets,A,North,X,t\n"
                                        + "2,2031-03-02,ten,Pallets,A,North,X,t\n"
                                        + "3,2031-03-02,1,Pallets,=cmd(),North,X,t\n"),
                        "2031-04-05");

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.heldBack()).isEqualTo(2);
        assertThat(report.problems())
                .containsEntry("date-not-understood", 1L)
                .containsEntry("quantity-not-understood", 1L);
        var corrected =
                Files.readString(problems).replace("03/04/2031", "2031-04-03").replace("ten", "10");
        var second = take(file("corrected.csv", corrected), "2031-04-05");

        assertThat(second.part()).isTrue();
        assertThat(second.added()).isEqualTo(2);
        assertThat(second.withdrawn()).isZero();
        assertThat(rows(hub.journal().cut())).hasSize(3);
    }

    @Test
    void aDryRunReportsAndStoresNothing() {
        var file = file("list.csv", HEADER + "1,2031-03-01,20,Pallets,A,North,X,t\n");

        var report = importer.run(request(file, "2031-04-05", true), _ -> {});

        assertThat(report.added()).isEqualTo(1);
        assertThat(hub.journal().cut().size()).isZero();
    }

    @Test
    void aFileThatWouldWithdrawMostOfTheRegisterMustSayThatItIsWhole() {
        take(
                file(
                        "all.csv",
                        HEADER
                                + "1,2031-03-01,1,MT,A,N,X,t\n2,2031-03-01,1,MT,A,N,X,t\n3,2031-03-01,1,MT,A,N,X,t\n"),
                "2031-04-05");
        var month = file("month.csv", HEADER + "9,2031-04-01,1,MT,A,N,X,t\n");

        assertThatThrownBy(() -> take(month, "2031-04-06"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused ->
                                assertThat(refused.why().code())
                                        .isEqualTo("exchange.withdraws-most"));
        assertThat(rows(hub.journal().cut())).hasSize(3);
    }

    @Test
    void anEarlierStateCannotBePutInAfterALaterOne() {
        take(file("late.csv", HEADER + "1,2031-03-01,1,MT,A,N,X,t\n"), "2031-04-06");
        var early = file("early.csv", HEADER + "1,2031-03-01,2,MT,A,N,X,t\n");

        assertThatThrownBy(() -> take(early, "2031-04-05"))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused ->
                                assertThat(refused.why().code()).isEqualTo("claims.vintage-older"));
    }

    @Test
    void aRebuildGivesTheSameRegister() {
        take(
                file("a.csv", HEADER + "1,2031-03-01,1,MT,A,N,X,t\n2,2031-03-01,1,MT,A,N,X,t\n"),
                "2031-04-05");
        take(file("b.csv", HEADER + "1,2031-03-01,2,MT,A,N,X,t\n"), "2031-04-06");
        var digest = hub.journal().digest();

        hub.journal().rebuild();

        assertThat(hub.journal().digest()).isEqualTo(digest);
    }

    @Test
    void bothVintagesOfTheRealListAreKept() {
        var early = SharedFiles.file("data/flow/unrwa_trucks_vintage_2024-09-11.csv.gz");
        var late = SharedFiles.file("data/flow/unrwa_trucks_vintage_2024-11-11.csv.gz");

        var first = importer.run(request(early, null, false), _ -> {});
        var before = hub.journal().cut();
        var told = new ArrayList<Progress>();
        var second = importer.run(request(late, null, false), told::add);

        assertThat(first.added()).isEqualTo(35_521);
        assertThat(second.asOf()).isEqualTo(LocalDate.of(2024, 11, 11));
        assertThat(second.rows()).isEqualTo(37_373);
        assertThat(second.added()).isEqualTo(1_852);
        assertThat(second.changed() + second.withdrawn() + second.backDated()).isZero();
        assertThat(totals(before).stream().mapToLong(TotalView::rows).sum()).isEqualTo(35_521);
        assertThat(month(before, "2024-09")).isEqualTo(137);
        assertThat(month(hub.journal().cut(), "2024-09")).isEqualTo(1_989);
        assertThat(odd()).contains(new OddView("quantity-not-positive", 102));
        assertThat(told.getLast().done()).isEqualTo(1);
        assertThat(importer.run(request(late, null, false), _ -> {}).sameFile()).isTrue();
    }

    private long month(Cut cut, String month) {
        return totals(cut).stream()
                .filter(total -> total.of().getFirst().equals(month))
                .mapToLong(TotalView::rows)
                .sum();
    }

    private List<TotalView> totals(Cut cut) {
        return hub.observations()
                .totals(hub.journal().sight("agency"), cut, TRUCKS, List.of(MONTH, PLACE));
    }

    private List<OddView> odd() {
        return hub.observations().odd(hub.journal().sight("agency"), hub.journal().cut(), TRUCKS);
    }

    private List<RowView> rows(Cut cut) {
        return hub.observations()
                .rows(hub.journal().sight("agency"), cut, TRUCKS, RowFilter.ALL, "", 100);
    }

    private RevisionsView revisions(Cut earlier) {
        return hub.observations()
                .revisions(hub.journal().sight("agency"), earlier, hub.journal().cut(), TRUCKS);
    }

    private ImportReport take(Path file, String asOf) {
        return importer.run(request(file, asOf, false), _ -> {});
    }

    private ImportRequest request(
            Path file, @org.jspecify.annotations.Nullable String asOf, boolean dryRun) {
        return new ImportRequest(
                TestJournal.OPERATION,
                Actor.signedIn(AGENCY, "desk"),
                file,
                file.getFileName().toString(),
                Mappings.find("unrwa-trucks").orElseThrow(),
                Optional.ofNullable(asOf).map(LocalDate::parse),
                Optional.empty(),
                Completeness.UNSTATED,
                dryRun,
                folder.resolve("problems.csv"));
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
