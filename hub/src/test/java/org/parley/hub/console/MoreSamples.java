package org.parley.hub.console;

import static org.parley.hub.console.Grid.cell;
import static org.parley.hub.console.Grid.code;
import static org.parley.hub.console.Grid.link;
import static org.parley.hub.console.Grid.number;
import static org.parley.hub.console.Grid.row;
import static org.parley.hub.console.Grid.state;
import static org.parley.hub.console.Grid.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages behind the picture, with invented facts.
final class MoreSamples {

    private final Samples base;
    private final Words w;

    MoreSamples(Samples base) {
        this.base = base;
        this.w = base.words();
    }

    Map<String, Page> all() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("board", board());
        pages.put("consignment", consignment());
        pages.put("list", list());
        pages.put("detail", detail());
        pages.put("summary", summary());
        pages.put("import", intake());
        pages.put("form", form());
        pages.put("machines", machines());
        pages.put("devices", devices());
        pages.put("courier", courier());
        pages.put("enrol-device", enrolDevice());
        pages.put("this-device", thisDevice());
        pages.put(
                "second-person",
                new SecondPersonPage(
                        base.shell(w.say("second.title"), Optional.empty(), true, "/second-person"),
                        Optional.of(w.say("second.none")),
                        awaited("/second-person")));
        return pages;
    }

    private String n(String english, String arabic, String hebrew) {
        return base.name(english, arabic, hebrew);
    }

    private Shell shell(String title, Section section, String path) {
        return base.shell(title, Optional.of(section), true, path);
    }

    private Page machines() {
        var option = new ListPage.Option("exercise", n("Exercise", "تمرين", "תרגיל"));
        return new MachinesPage(
                base.shell(w.say("machines.title"), Optional.empty(), true, "/machines"),
                Optional.of(w.say("machines.none")),
                List.of(
                        new MachinesPage.Machine(
                                "north-aid-3k9d",
                                n("Stock reports", "تقارير المخزون", "דוחות מלאי"),
                                w.say("people.enabled"),
                                List.of(
                                        new MachinesPage.Key(
                                                "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs",
                                                w.say(
                                                        "machines.key.note",
                                                        "EdDSA",
                                                        "north-aid-desk",
                                                        "2031-05-04",
                                                        "—"))))),
                awaited("/machines"),
                "",
                "https://hub.example",
                List.of(option),
                List.of(option),
                List.of(option));
    }

    private Page devices() {
        var option = new ListPage.Option("exercise", n("Exercise", "تمرين", "תרגיל"));
        return new DevicesPage(
                base.shell(w.say("devices.title"), Optional.empty(), true, "/devices"),
                Optional.of(w.say("devices.none")),
                List.of(
                        new DevicesPage.Device(
                                "key.1x9k4m2q7",
                                n("Second convoy", "القافلة الثانية", "השיירה השנייה"),
                                Mark.GOOD,
                                w.say("devices.state.good", "2031-06-03"),
                                w.say("devices.note", "north-aid-desk", "exercise", "EdDSA", "—"),
                                w.count("devices.heard", 12, "15", "2031-05-04"),
                                Optional.of(w.count("devices.missing", 3, "4, 7–8")),
                                Optional.of(w.say("devices.twice", "9")),
                                true)),
                awaited("/devices"),
                "",
                List.of(option),
                List.of(option),
                List.of(option),
                List.of(option));
    }

    private Page courier() {
        return new CourierPage(
                base.shell(w.say("courier.title"), Optional.empty(), true, "/devices/statements"),
                Optional.of(w.say("devices.none")),
                "",
                List.of(
                        new CourierPage.Brought(
                                "9b2f7c8a-0000-4000-8000-000000000000",
                                Mark.STOPPED,
                                w.say("courier.refused"),
                                List.of(w.say("devices.heard.none")))));
    }

    private Page enrolDevice() {
        return new EnrolDevicePage(
                base.shell(w.say("device.enrol"), Optional.empty(), true, "/enrol/device/x"),
                Optional.empty(),
                "/enrol/device/x",
                "key.1x9k4m2q7",
                "exercise",
                "tablet",
                "https://hub.example",
                "challenge",
                List.of(Fact.code(w.say("device.id"), "key.1x9k4m2q7")),
                Optional.empty(),
                false,
                false);
    }

    private AwaitedPart awaited(String page) {
        return new AwaitedPart(
                page,
                List.of(
                        new AwaitedPart.One(
                                "6f1c2f0e-5a0b-4c1e-9d0e-0123456789ab",
                                n("Desk", "مكتب", "דלפק"),
                                "exercise contributor F2",
                                w.say("second.note", "—", "north-aid", "desk", "1", "2"),
                                true,
                                true)));
    }

    private Page thisDevice() {
        return new ThisDevicePage(
                base.shell(w.say("device.this"), Optional.empty(), true, "/devices/this"));
    }

    private Page board() {
        var names =
                List.of(
                        n("Requested", "مطلوب", "התבקש"),
                        n("Ruled on", "صدر قرار", "הוחלט"),
                        n("Manifested", "مُدرج", "במניפסט"),
                        n("Dispatched", "مُرسل", "נשלח"),
                        n("Offloaded", "مُفرَّغ", "נפרק"),
                        n("Collected", "مستلَم", "נאסף"),
                        n("Delivered", "مُسلَّم", "נמסר"));
        var stages = new ArrayList<BoardPage.Stage>();
        for (int i = 0; i < names.size(); i++) {
            stages.add(
                    new BoardPage.Stage(
                            names.get(i),
                            w.number(11 + i * 7),
                            w.number(400 + i * 311) + " t",
                            "p50 " + w.span(Duration.ofHours(9 + i * 6)),
                            20 + i * 11,
                            i == 3,
                            cards(i),
                            Optional.of(
                                    Link.to(
                                            n("19 more", "19 أخرى", "עוד 19"),
                                            "/o/exercise/flow/table"))));
        }
        return new BoardPage(
                shell(w.say("flow.title"), Section.FLOW, "/flow"),
                n("175 consignments", "175 شحنة", "175 משלוחים"),
                filters(),
                views(),
                List.of(
                        Link.chief(
                                n("Request", "طلب جديد", "בקשה חדשה"), "/o/exercise/acts/request")),
                stages,
                Optional.of(bridge()));
    }

    private List<BoardPage.Card> cards(int stage) {
        var marks = List.of(Mark.PLANNED, Mark.LATE, Mark.STOPPED);
        var cards = new ArrayList<BoardPage.Card>();
        for (int i = 0; i < 3; i++) {
            cards.add(
                    new BoardPage.Card(
                            "/o/exercise/flow/CN-31-0" + stage + i,
                            "CN-31-00" + stage + i,
                            List.of(Icon.FOOD, Icon.WATER, Icon.MED).get(i),
                            n("Flour 96 t", "دقيق 96 طن", "קמח 96 טון"),
                            "Org K · " + n("North Gate", "البوابة الشمالية", "השער הצפוני"),
                            w.span(Duration.ofHours(4 + i * 30L)),
                            30 + i * 35,
                            marks.get(i),
                            n("overdue", "متجاوز للمهلة", "באיחור"),
                            i == 1
                                    ? List.of(
                                            new BoardPage.Flag(
                                                    Mark.LATE,
                                                    n("Part held", "جزء محتجز", "חלק מעוכב")))
                                    : List.of()));
        }
        return cards;
    }

    private BoardPage.Bridge bridge() {
        return new BoardPage.Bridge(
                n("Why the counts differ", "لماذا تختلف الأعداد", "מדוע הספירות שונות"),
                n("Trucks, 24 h", "شاحنات، 24 س", "משאיות, 24 שע׳"),
                List.of(
                        new BoardPage.Step(
                                n("Offloaded", "مُفرَّغ", "נפרק"), Mark.PLANNED, 168, 0, "168"),
                        new BoardPage.Step(
                                n("In yard", "في الساحة", "בחצר"), Mark.UNKNOWN, 31, 137, "−31"),
                        new BoardPage.Step(
                                n("Returned", "مُعاد", "הוחזר"), Mark.LATE, 16, 121, "−16"),
                        new BoardPage.Step(
                                n("Collected", "مستلَم", "נאסף"), Mark.PLANNED, 121, 0, "121"),
                        new BoardPage.Step(
                                n("Delivered", "مُسلَّم", "נמסר"), Mark.GOOD, 96, 0, "96")));
    }

    private List<ListPage.Filter> filters() {
        return List.of(
                new ListPage.Filter(
                        "kind",
                        n("Assistance", "المساعدة", "סיוע"),
                        "",
                        List.of(
                                new ListPage.Option("", n("all", "الكل", "הכול")),
                                new ListPage.Option(
                                        "humanitarian", n("humanitarian", "إنسانية", "הומניטרי")))),
                new ListPage.Filter("sender", n("Sender", "المرسل", "שולח"), "", List.of()));
    }

    private List<Link> views() {
        return List.of(
                Link.chief(n("Board", "لوحة", "לוח"), "/o/exercise/flow"),
                Link.to(n("Table", "جدول", "טבלה"), "/o/exercise/flow/table"),
                Link.to("CSV", "/x.csv"));
    }

    private Page consignment() {
        return new ConsignmentPage(
                shell("CN-31-00731", Section.FLOW, "/flow/CN-31-00731"),
                "CN-31-00731",
                n("Wheat flour 24 t", "دقيق قمح 24 طن", "קמח חיטה 24 טון"),
                n("Org K → Org M", "منظمة ك ← منظمة م", "ארגון ק ← ארגון מ"),
                Mark.PARTLY,
                n("Partly delivered", "مُسلَّم جزئياً", "נמסר חלקית"),
                List.of(Link.chief(n("Report collection", "أبلغ عن استلام", "דיווח איסוף"), "/x")),
                facts(),
                List.of(
                        new ConsignmentPage.Balance(
                                n("Flour 25 kg", "دقيق 25 كغ", "קמח 25 ק״ג"),
                                n("960 bags", "960 كيساً", "960 שקים"),
                                true,
                                n("all accounted for", "الكل محسوب", "הכול מוסבר"),
                                List.of(
                                        new ConsignmentPage.Part(
                                                Mark.GOOD,
                                                900,
                                                n("900 delivered", "900 مُسلَّمة", "900 נמסרו")),
                                        new ConsignmentPage.Part(
                                                Mark.LATE,
                                                48,
                                                n("48 damaged", "48 تالفة", "48 ניזוקו")),
                                        new ConsignmentPage.Part(
                                                Mark.UNKNOWN,
                                                12,
                                                n("12 in yard", "12 في الساحة", "12 בחצר"))))),
                List.of(
                        hand(Mark.GOOD, n("Dispatched", "أُرسلت", "נשלח"), "960"),
                        hand(
                                Mark.LATE,
                                n(
                                        "Offloaded at North Gate",
                                        "أُفرغت في البوابة الشمالية",
                                        "נפרק בשער הצפוני"),
                                "948 + 12"),
                        hand(Mark.NOW, n("Collected", "استُلمت", "נאסף"), "948")),
                grid(),
                grid(),
                List.of(
                        new ConsignmentPage.Proof(
                                n("Requested", "طُلبت", "התבקש"),
                                "Org K",
                                Samples.NOW,
                                "/x",
                                "/y")));
    }

    private ConsignmentPage.Hand hand(Mark mark, String what, String quantity) {
        return new ConsignmentPage.Hand(
                Optional.of(Samples.NOW),
                mark,
                what,
                n("Carrier 7 → platform", "الناقل 7 ← الرصيف", "מוביל 7 ← רציף"),
                quantity,
                "Org K",
                Optional.of("/o/exercise/journal/4"));
    }

    private List<Fact> facts() {
        return List.of(
                Fact.of(n("Sender", "المرسل", "שולח"), "Org K"),
                Fact.linked(n("Origin", "المنشأ", "מוצא"), n("Port A", "ميناء أ", "נמל א"), "/x"),
                Fact.code(n("Digest", "البصمة", "תמצית"), "3f9a0c77be12aa904e00f1d5c2b8"));
    }

    private Grid grid() {
        return new Grid(
                n("Lines", "البنود", "שורות"),
                List.of(
                        text(n("Line", "البند", "שורה")),
                        text(n("State", "الحالة", "מצב")),
                        number(n("Quantity", "الكمية", "כמות"))),
                List.of(
                        row(
                                link("1", "/x").below(n("Flour", "دقيق", "קמח")),
                                state(Mark.GOOD, n("approved", "موافق عليه", "אושר")),
                                cell("960")),
                        row(
                                cell("2"),
                                state(Mark.STOPPED, n("refused", "مرفوض", "סורב")),
                                code("12 a3"))));
    }

    private ListPage.Part part() {
        return new ListPage.Part(
                n("Partners", "الشركاء", "שותפים"),
                n("12 of 12", "12 من 12", "12 מתוך 12"),
                grid(),
                "");
    }

    private ListPage.Part rows() {
        return new ListPage.Part(n("Rows", "الصفوف", "שורות"), "", grid(), "");
    }

    private Page list() {
        return new ListPage(
                shell(w.say("nav.journal"), Section.JOURNAL, "/journal?type=a"),
                w.say("nav.journal"),
                n("1,204 statements", "1,204 إفادة", "1,204 הצהרות"),
                filters(),
                views(),
                List.of(),
                List.of(
                        part(),
                        new ListPage.Part(
                                "B",
                                "",
                                new Grid("B", List.of(), List.of()),
                                n("Nothing.", "لا شيء.", "אין."))),
                Optional.empty(),
                Optional.of(Link.to(n("Older", "أقدم", "ישנות יותר"), "/x")));
    }

    private Page detail() {
        return new DetailPage(
                shell("Org K", Section.PARTNERS, "/partners/org-k"),
                n("Partner", "شريك", "שותף"),
                "Org K",
                Optional.of(state(Mark.GOOD, n("seated", "له مقعد", "מיוצג"))),
                facts(),
                List.of(
                        n(
                                "Registration is kept per authority.",
                                "التسجيل لدى كل سلطة على حدة.",
                                "הרישום נשמר לכל רשות בנפרד.")),
                List.of(Link.to(n("Download", "تنزيل", "הורדה"), "/x")),
                List.of(part()));
    }

    private Page summary() {
        return new SummaryPage(
                shell(w.say("summary.title"), Section.SUMMARY, "/summary"),
                "22 Nov 14:32 – 23 Nov 14:32",
                List.of(Link.chief(n("Day", "يوم", "יום"), "/x")),
                base.figures(),
                List.of(
                        new SummaryPage.Change(
                                Mark.STOPPED,
                                n("Old Bridge closed", "أُغلق الجسر القديم", "הגשר הישן נסגר"),
                                "Host",
                                "/x")),
                List.of(part()),
                List.of(Link.to("Seats · 4", "/x")),
                List.of(
                        n(
                                "A truck counts once.",
                                "تُعد الشاحنة مرة واحدة.",
                                "משאית נספרת פעם אחת.")),
                "size 1204");
    }

    private Page intake() {
        return new ImportPage(
                shell(w.say("import.title"), Section.IMPORT, "/import"),
                true,
                List.of(new ListPage.Option("unrwa-trucks", "unrwa-trucks")),
                List.of(
                        new FormPage.Problem(
                                Optional.of("file"),
                                n("Choose a file.", "اختر ملفاً.", "יש לבחור קובץ."))),
                part());
    }

    private Page form() {
        var options = List.of(new ListPage.Option("food", n("Food", "غذاء", "מזון")));
        return new FormPage(
                shell(n("Request", "طلب", "בקשה"), Section.FLOW, "/acts/request"),
                n("Request a consignment", "طلب شحنة", "בקשת משלוח"),
                n("Three fields are enough.", "ثلاثة حقول تكفي.", "שלושה שדות מספיקים."),
                "/o/exercise/acts/request",
                "9b2f3f0e-0000-4000-8000-000000000001",
                List.of(
                        new FormPage.Problem(
                                Optional.of("receiver"),
                                n("Name the receiver.", "اذكر المستلم.", "יש לציין מקבל.")),
                        new FormPage.Problem(
                                Optional.empty(), n("Not stored.", "لم يُحفظ.", "לא נשמר."))),
                List.of(
                        field("receiver", n("Receiver", "المستلم", "מקבל"), "text", List.of()),
                        field("ready", n("Ready on", "جاهز في", "מוכן ב"), "date", List.of()),
                        field("note", n("Note", "ملاحظة", "הערה"), "area", List.of())),
                List.of(
                        new FormPage.Group(
                                n("Line 1", "البند 1", "שורה 1"),
                                List.of(
                                        field(
                                                "lines[0].category",
                                                n("Category", "الفئة", "קטגוריה"),
                                                "select",
                                                options),
                                        field(
                                                "lines[0].amount",
                                                n("Quantity", "الكمية", "כמות"),
                                                "number",
                                                List.of())))),
                true,
                n("Send", "إرسال", "שליחה"),
                Link.to(n("Back", "رجوع", "חזרה"), "/x"),
                Optional.of(
                        new FormPage.Release(
                                Optional.of(
                                        field(
                                                "addressed",
                                                n("Addressed to", "موجَّه إلى", "ממוען אל"),
                                                "select",
                                                options)),
                                Optional.of(
                                        field(
                                                "seen-as",
                                                n("See it as", "اعرضه كما تراه", "הצגה כפי שיראה"),
                                                "select",
                                                options)),
                                List.of(part()),
                                true)),
                Optional.of(
                        new FormPage.Done(
                                n("Stored", "حُفظ", "נשמר"),
                                "1204",
                                Link.chief(n("See it", "اعرضه", "הצגה"), "/x"),
                                Link.to(n("Receipt", "إيصال", "קבלה"), "/y"))));
    }

    private FormPage.Field field(
            String name, String label, String kind, List<ListPage.Option> options) {
        return new FormPage.Field(
                name,
                label,
                kind.equals("text") ? "id" : "",
                kind,
                "",
                kind.equals("text"),
                false,
                options);
    }
}
