package org.parley.kernel.harm;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks for what may identify a person in free text of the hub's four languages, in digits of any
/// script. Conservative: what it finds is looked at by people, never refused; and nobody is
/// promised that it finds what is disguised, or a name that stands alone.
public final class PersonalDataScreen {

    /// What a text seems to hold.
    public enum Sign {
        /// An address of electronic mail.
        EMAIL("email"),
        /// A number that somebody is called by.
        PHONE("phone"),
        /// The number of somebody's papers.
        ID_NUMBER("id-number"),
        /// A name behind a form of address.
        NAME("name"),
        /// A point on the map, written out.
        COORDINATES("coordinates");

        private final String code;

        Sign(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    // (?U) makes \b and \w know letters of all scripts.
    private static final Pattern EMAIL =
            Pattern.compile(
                    "(?U)[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}");

    private static final Pattern PHONE =
            Pattern.compile(
                    "(?iU)(?<![\\p{L}\\p{N}])(?:\\+|00)[1-9](?:[ ().-]?\\d){7,14}(?!\\d)"
                            + "|(?<![\\p{L}\\p{N}-])0\\d{1,3}[ -]?\\d{3}[ -]?\\d{3,4}(?![\\p{L}\\p{N}-])"
                            + "|\\b(?:tel|phone|mobile|cell|whatsapp|tél|téléphone|portable|هاتف|الهاتف|جوال|الجوال"
                            + "|موبايل|تلفون|واتساب|טלפון|טל|נייד|פלאפון|ווטסאפ)\\b[^\\p{L}\\p{N}]{0,4}"
                            + "\\d(?:[ ().-]?\\d){5,13}(?!\\d)");

    private static final Pattern ID_NUMBER =
            Pattern.compile(
                    "(?iU)(?:\\b(?:passport|national id|id card|identity card|id no|id number|passeport"
                            + "|carte d['’]identité|cni|رقم الهوية|هوية|الهوية|جواز السفر|جواز سفر|תעודת זהות|דרכון)"
                            + "|\\bת[.\"״]?ז\\b)[^\\p{N}\\n]{0,14}?\\p{Lu}{0,2}\\d{5,}");

    private static final Pattern NAME =
            Pattern.compile(
                    "(?U)\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Mme|Mlle|Pr|Sheikh|Cheikh|Hajj)\\b\\.?\\s+\\p{Lu}\\p{L}+"
                            + "|(?<![\\p{L}\\p{N}])M\\.\\s+\\p{Lu}\\p{Ll}+"
                            + "|\\b(?:Monsieur|Madame|Mademoiselle)\\s+\\p{Lu}\\p{Ll}+"
                            + "|\\b(?:السيد|السيدة|الآنسة|الدكتور|الدكتورة|الشيخ|الحاج|الحاجة|الأستاذ|الأستاذة|المهندس)\\s+\\p{L}{2,}"
                            + "|(?<![\\p{L}\\p{N}])د\\.\\s*\\p{L}{2,}"
                            + "|(?<![\\p{L}\\p{N}])(?:גב['׳’]|גברת|ד[\"״]ר|דר['׳’]|פרופ['׳’]|הרב|מר)\\s+\\p{L}{2,}");

    private static final Pattern COORDINATES =
            Pattern.compile(
                    "(?U)(?<![\\d.])-?\\d{1,3}\\.\\d{3,}\\s*°?\\s*[NSEWns]?\\s*[,;/ ]\\s*-?\\d{1,3}\\.\\d{3,}(?![\\d.])"
                            + "|\\d{1,3}\\s*°\\s*\\d{1,2}\\s*['′’]"
                            + "|\\b\\d{1,2}[C-X][A-HJ-NP-Z]{2}\\s?\\d{4,5}\\s?\\d{4,5}\\b");

    /// No pattern of numbers matches fewer.
    private static final int LEAST_DIGITS = 5;

    private static final List<String> ASCII_FORMS_OF_ADDRESS =
            List.of(
                    "Mr",
                    "Mrs",
                    "Ms",
                    "Miss",
                    "Dr",
                    "Prof",
                    "Mme",
                    "Mlle",
                    "Pr",
                    "Sheikh",
                    "Cheikh",
                    "Hajj",
                    "M",
                    "Monsieur",
                    "Madame",
                    "Mademoiselle");

    // Letters carry vowel signs, and marks that turn writing around stand between digits.
    private static final Pattern NOT_SEEN =
            Pattern.compile(
                    "[\\u064B-\\u0652\\u0640\\u0591-\\u05C7\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private PersonalDataScreen() {}

    /// What the text seems to hold; empty for nothing.
    public static Set<Sign> find(String text) {
        return mayHoldAny(text) ? findWhole(text) : EnumSet.noneOf(Sign.class);
    }

    /// Nearly all texts have none of what each sign needs, which is seen much sooner than each is
    /// looked for: an at sign, five digits, or a form of address. Texts that are not all ASCII are
    /// looked at whole.
    private static boolean mayHoldAny(String text) {
        int digits = 0;
        boolean wordBegins = true;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at >= 0x80 || at == '@') {
                return true;
            }
            boolean digit = at >= '0' && at <= '9';
            boolean letter = at >= 'A' && at <= 'Z' || at >= 'a' && at <= 'z';
            if (digit && ++digits == LEAST_DIGITS || wordBegins && letter && addresses(text, i)) {
                return true;
            }
            wordBegins = !letter && !digit;
        }
        return false;
    }

    private static boolean addresses(String text, int from) {
        for (var form : ASCII_FORMS_OF_ADDRESS) {
            int end = from + form.length();
            if (text.startsWith(form, from)
                    && end < text.length()
                    && !Character.isLetterOrDigit(text.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    /// The same without looking first whether it is worth it.
    static Set<Sign> findWhole(String text) {
        var plain = plain(text);
        var found = EnumSet.noneOf(Sign.class);
        add(found, Sign.EMAIL, EMAIL, plain);
        add(found, Sign.PHONE, PHONE, plain);
        add(found, Sign.ID_NUMBER, ID_NUMBER, plain);
        add(found, Sign.NAME, NAME, plain);
        add(found, Sign.COORDINATES, COORDINATES, plain);
        return found;
    }

    private static void add(Set<Sign> found, Sign sign, Pattern pattern, String plain) {
        if (pattern.matcher(plain).find()) {
            found.add(sign);
        }
    }

    private static String plain(String text) {
        var seen =
                NOT_SEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        var plain = new StringBuilder(seen.length());
        seen.codePoints()
                .forEach(
                        point -> {
                            int digit = Character.digit(point, 10);
                            boolean letter = Character.isLetter(point);
                            if (digit >= 0 && !letter) {
                                plain.append((char) ('0' + digit));
                            } else if (point == '٫') {
                                plain.append('.');
                            } else {
                                plain.appendCodePoint(point);
                            }
                        });
        return plain.toString();
    }
}
