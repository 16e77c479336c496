package org.parley.kernel.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.parley.kernel.harm.PersonalDataScreen.Sign;

class ScreensTest {

    static final Map<String, Sign> PERSONAL =
            Map.ofEntries(
                    Map.entry("write to rana.k@example.org", Sign.EMAIL),
                    Map.entry("اكتب إلى rana.k@example.org", Sign.EMAIL),
                    Map.entry("call +972 59-912-3456 at the gate", Sign.PHONE),
                    Map.entry("driver 0599 123 456", Sign.PHONE),
                    Map.entry("جوال: ٠٥٩٩١٢٣٤٥٦", Sign.PHONE),
                    Map.entry("هاتف ٢٨٣٤٥٦٧", Sign.PHONE),
                    Map.entry("۰۵۹۹ ۱۲۳ ۴۵۶", Sign.PHONE),
                    Map.entry("נייד 052-123-4567", Sign.PHONE),
                    Map.entry("tél. 70 123 456 demander le chauffeur", Sign.PHONE),
                    Map.entry("passport no. N1234567", Sign.ID_NUMBER),
                    Map.entry("carte d'identité 12345678", Sign.ID_NUMBER),
                    Map.entry("رقم الهوية ٩٠١٢٣٤٥٦٧", Sign.ID_NUMBER),
                    Map.entry("ת.ז. 012345678", Sign.ID_NUMBER),
                    Map.entry("taken over by Mr. Smith", Sign.NAME),
                    Map.entry("remis à Mme Haddad", Sign.NAME),
                    Map.entry("remis à M. Haddad", Sign.NAME),
                    Map.entry("استلمها السيد محمود", Sign.NAME),
                    Map.entry("استلمها د. محمود", Sign.NAME),
                    Map.entry("נמסר למשרד של גב' כהן", Sign.NAME),
                    Map.entry("נמסר לידי ד\"ר לוי", Sign.NAME),
                    Map.entry("she waits at 31.5012, 34.4667", Sign.COORDINATES),
                    Map.entry("عند ٣١٫٥٠١٢، ٣٤٫٤٦٦٧ 31°30'", Sign.COORDINATES),
                    Map.entry("36RXV 1234 5678", Sign.COORDINATES));

    static final List<String> PLAIN =
            List.of(
                    "24 pallets, 18.250 t, 12 trucks on 2031-05-04",
                    "CN-31-00001 and MF-2031-000123 turned back at 14:30",
                    "batch 20310504, lot 4711, 100,000 l",
                    "declaration 3100012345",
                    "the doctor on duty and the driver",
                    "le chauffeur n'avait pas de permis",
                    "المستودع مغلق منذ ٣ أيام",
                    "الشاحنة رقم ١٢ عادت",
                    "המשאית חזרה אחרי 4 שעות",
                    "3.5 x 2.25 m, 1.125 t each",
                    "M. 12 boxes");

    @ParameterizedTest
    @FieldSource("PLAIN")
    void whatIsNobodysPasses(String text) {
        assertThat(PersonalDataScreen.find(text)).isEmpty();
    }

    @Test
    void signsOfPersonsAreFoundInFourLanguagesAndAnyDigits() {
        PERSONAL.forEach(
                (text, sign) -> assertThat(PersonalDataScreen.find(text)).as(text).contains(sign));
    }

    @ParameterizedTest
    @FieldSource("TARGETS")
    void whatWouldBeATargetListIsFoundInFourLanguages(String text) {
        assertThat(TargetsScreen.find(text)).isPresent();
    }

    static final List<String> TARGETS =
            List.of(
                    "Enemy positions north of the bridge",
                    "high-value target",
                    "liste des cibles",
                    "positions de tir au carrefour",
                    "إحداثيات الهدف",
                    "ومواقع العدو",
                    "בנק המטרות",
                    "עמדות צלפים");

    @ParameterizedTest
    @FieldSource("FACTS")
    void factsOfAssistancePass(String text) {
        assertThat(TargetsScreen.find(text)).isEmpty();
    }

    static final List<String> FACTS =
            List.of(
                    "target population 12,000",
                    "the crossing is closed, shelling nearby",
                    "reached 80 % of the target",
                    "la cible du mois est atteinte",
                    "الهدف الشهري",
                    "יעד החודש");

    /// What is seen at once must never be less than what is looked for at length.
    @Test
    void lookingFirstWhetherItIsWorthItFindsTheSame() {
        var parts =
                List.of(
                        "Mr",
                        "Mrs.",
                        "M.",
                        "Dr",
                        "Sheikh",
                        "Madame",
                        "mr",
                        "XMr",
                        "Haddad",
                        "a",
                        "tel",
                        "passport",
                        "no",
                        "0",
                        "12",
                        "345",
                        "6789",
                        "+97",
                        "059",
                        "@",
                        ".",
                        "-",
                        "_",
                        " ",
                        " ",
                        " ",
                        "(",
                        ")",
                        "\t",
                        "\n",
                        "31.234",
                        ",",
                        "33UXP",
                        "example.org",
                        "°",
                        "١٢٣",
                        "السيد",
                        "é");
        var random = new Random(20_261_125L);
        int found = 0;
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            for (int words = random.nextInt(9); words >= 0; words--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            var whole = PersonalDataScreen.findWhole(text.toString());
            assertThat(PersonalDataScreen.find(text.toString())).as("%s", text).isEqualTo(whole);
            found += whole.isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(1_000);
    }
}
