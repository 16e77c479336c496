package org.parley.hub.exchange.tabular;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Dates as people write them in tables. What can be read in two ways is not read at all.
public final class Dates {

    private static final int EARLIEST_YEAR = 1990;
    private static final int LATEST_YEAR = 2099;

    /// A day may be followed by a time, which is dropped: registers count by day.
    private static final String TIME =
            "(?:[T ,]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:Z|[ap]m|[+-]\\d{2}:?\\d{2})?)?";

    private static final Pattern YEAR_FIRST =
            Pattern.compile(
                    "(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME, Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_LAST =
            Pattern.compile(
                    "(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})" + TIME,
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_NAME_YEAR =
            Pattern.compile(
                    "(\\d{1,2})(?:st|nd|rd|th|er)?[ \\-/.]+([\\p{L}][\\p{L}\\p{M} /]*?)\\.?,?[ \\-/.]+(\\d{4}|\\d{2})"
                            + TIME);
    private static final Pattern NAME_DAY_YEAR =
            Pattern.compile(
                    "(\\p{L}[\\p{L}\\p{M}]*)\\.?[ \\-]+(\\d{1,2})(?:st|nd|rd|th)?,?[ \\-]+(\\d{4})"
                            + TIME);
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");

    /// Day 0 of a spreadsheet's calendar, which believes that 1900 was a leap year.
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final Map<String, Integer> MONTHS = months();

    private Dates() {}

    public static Optional<LocalDate> parse(String text, DateOrder order) {
        if (isIso(text)) {
            return date(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        }
        var plain = Numbers.westernDigits(text).strip();
        if (plain.length() > 40) {
            return Optional.empty();
        }
        var m = YEAR_FIRST.matcher(plain);
        if (m.matches()) {
            return date(number(m, 1), number(m, 3), number(m, 4));
        }
        m = YEAR_LAST.matcher(plain);
        if (m.matches()) {
            return ordered(number(m, 1), number(m, 3), year(m.group(4)), order);
        }
        m = DAY_NAME_YEAR.matcher(plain);
        if (m.matches()) {
            return named(m.group(2), number(m, 1), year(m.group(3)));
        }
        m = NAME_DAY_YEAR.matcher(plain);
        if (m.matches()) {
            return named(m.group(1), number(m, 2), number(m, 3));
        }
        m = SERIAL.matcher(plain);
        return m.matches() ? within(SERIAL_ZERO.plusDays(number(m, 1))) : Optional.empty();
    }

    /// The form of most tables, `2031-05-04`, known without a pattern.
    private static boolean isIso(String text) {
        if (text.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Optional<LocalDate> ordered(int a, int b, int year, DateOrder order) {
        return switch (order) {
            case DAY_FIRST -> date(year, b, a);
            case MONTH_FIRST -> date(year, a, b);
            case UNDECLARED -> {
                if (a == b || a > 12) {
                    yield date(year, b, a);
                }
                yield b > 12 ? date(year, a, b) : Optional.empty();
            }
        };
    }

    private static Optional<LocalDate> named(String month, int day, int year) {
        var found = MONTHS.get(Texts.folded(month));
        return found == null ? Optional.empty() : date(year, found, day);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return within(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> within(LocalDate date) {
        return date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR
                ? Optional.empty()
                : Optional.of(date);
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        return text.length() == 2 ? 2000 + year : year;
    }

    /// English and French in full and short, "Sept" included; Arabic in both of its calendars of
    /// names; Hebrew.
    private static Map<String, Integer> months() {
        var byName = new HashMap<String, Integer>();
        for (var tag : new String[] {"en", "fr"}) {
            for (var month : Month.values()) {
                for (var style : new TextStyle[] {TextStyle.FULL, TextStyle.SHORT}) {
                    var name = month.getDisplayName(style, Locale.forLanguageTag(tag));
                    byName.put(Texts.folded(name), month.getValue());
                }
            }
        }
        Map.ofEntries(
                        entry("sept", 9),
                        entry("sep", 9),
                        entry("كانون الثاني", 1),
                        entry("شباط", 2),
                        entry("آذار", 3),
                        entry("نيسان", 4),
                        entry("أيار", 5),
                        entry("حزيران", 6),
                        entry("تموز", 7),
                        entry("آب", 8),
                        entry("أيلول", 9),
                        entry("تشرين الأول", 10),
                        entry("تشرين الثاني", 11),
                        entry("كانون الأول", 12),
                        entry("يناير", 1),
                        entry("فبراير", 2),
                        entry("مارس", 3),
                        entry("أبريل", 4),
                        entry("مايو", 5),
                        entry("يونيو", 6),
                        entry("يوليو", 7),
                        entry("أغسطس", 8),
                        entry("سبتمبر", 9),
                        entry("أكتوبر", 10),
                        entry("نوفمبر", 11),
                        entry("ديسمبر", 12),
                        entry("ינואר", 1),
                        entry("פברואר", 2),
                        entry("מרץ", 3),
                        entry("אפריל", 4),
                        entry("מאי", 5),
                        entry("יוני", 6),
                        entry("יולי", 7),
                        entry("אוגוסט", 8),
                        entry("ספטמבר", 9),
                        entry("אוקטובר", 10),
                        entry("נובמבר", 11),
                        entry("דצמבר", 12))
                .forEach((name, month) -> byName.put(Texts.folded(name), month));
        return Map.copyOf(byName);
    }
}
