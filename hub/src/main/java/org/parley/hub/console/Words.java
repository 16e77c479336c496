package org.parley.hub.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.journal.Refusal;
import org.parley.kernel.InvalidValue;

/// Wording, numbers and times for one reader: a language, and the zone in which the operation
/// tells the time.
public record Words(Language language, ZoneId zone, Phrases phrases) {

    /// The sentence under `key`, with `{0}`, `{1}` replaced. A key without wording is a fault of
    /// ours that a test finds, and shows as the key.
    public String say(String key, Object... facts) {
        var named = new LinkedHashMap<String, Object>();
        for (int i = 0; i < facts.length; i++) {
            named.put(Integer.toString(i), facts[i]);
        }
        return fill(phrases.find(language, key).orElse(key), named);
    }

    /// A counted thing in the form that the language wants for that number: keys `….one`,
    /// `….two`, `….few`, `….many` and `….other`, of which only the last must exist.
    public String count(String key, long number, Object... facts) {
        var form = Plural.of(language, number);
        var pattern =
                phrases.find(language, key + "." + form.word())
                        .or(() -> phrases.find(language, key + ".other"));
        var named = new LinkedHashMap<String, Object>();
        named.put("0", number(number));
        for (int i = 0; i < facts.length; i++) {
            named.put(Integer.toString(i + 1), facts[i]);
        }
        return fill(pattern.orElse(key), named);
    }

    /// A refusal in the reader's language; its code when a module has not worded it.
    public String refusal(Refusal why) {
        return phrases.find(language, "refusal." + why.code())
                .map(pattern -> fill(pattern, why.facts()))
                .orElse(why.code());
    }

    /// The wording of a code of another module, if there is any.
    public Optional<String> find(String key) {
        return phrases.find(language, key).map(text -> text.replace("''", "'"));
    }

    /// The wording under the key, or else the code itself, readable.
    public String orCode(String prefix, String code) {
        return find(prefix + code).orElse(code.replace('-', ' '));
    }

    /// What an account is called: an example's in the reader's language, others as those who let
    /// them in wrote it.
    public String post(String account, String name) {
        return find("post." + account).orElse(name);
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(language.locale()).format(value);
    }

    /// At most two decimals, as many as needed.
    public String number(BigDecimal value) {
        var form = (DecimalFormat) NumberFormat.getInstance(language.locale());
        form.setMaximumFractionDigits(2);
        form.setRoundingMode(RoundingMode.HALF_UP);
        return form.format(value);
    }

    public String percent(double share) {
        return NumberFormat.getPercentInstance(language.locale()).format(share);
    }

    public String time(Instant at) {
        return form("HH:mm", at);
    }

    public String day(Instant at) {
        return form(language == Language.FR ? "d MMM" : "d MMM", at);
    }

    public String weekday(Instant at) {
        return form("EEE d MMM", at);
    }

    public String dayAndTime(Instant at) {
        return form("d MMM yyyy, HH:mm", at);
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", language.locale()).format(day);
    }

    public LocalDate localDay(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /// `12:32Z · UTC+2`, so that nobody has to guess.
    public String universal(Instant at) {
        var offset = zone.getRules().getOffset(at);
        var shift = offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + shortOffset(offset);
        return DateTimeFormatter.ofPattern("HH:mm'Z'").format(at.atOffset(ZoneOffset.UTC))
                + " · "
                + shift;
    }

    /// For the `datetime` attribute and for fields that take a local date and time.
    public String localStamp(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").format(at.atZone(zone));
    }

    /// How long something has lasted, in the two largest units.
    public String span(Duration length) {
        long minutes = Math.max(0, length.toMinutes());
        if (minutes < 60) {
            return say("span.minutes", number(minutes));
        }
        if (minutes < 48 * 60) {
            return minutes % 60 == 0 || minutes >= 10 * 60
                    ? say("span.hours", number(minutes / 60))
                    : say("span.hours-minutes", number(minutes / 60), number(minutes % 60));
        }
        return say("span.days", number(minutes / (24 * 60)));
    }

    private String form(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(at.atZone(zone));
    }

    private static String shortOffset(ZoneOffset offset) {
        var text = offset.getId();
        return text.endsWith(":00")
                ? text.substring(0, 1) + Integer.parseInt(text.substring(1, 3))
                : text;
    }

    /// Keeps a Latin piece in Arabic or Hebrew text, or the other way round, in one run.
    String isolated(String text) {
        boolean plain = text.chars().noneMatch(Character::isLetter);
        boolean same = !language.rightToLeft() && text.chars().noneMatch(Words::isRightToLeft);
        return plain || same ? text : '\u2068' + text + '\u2069';
    }

    private static boolean isRightToLeft(int letter) {
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    true;
            default -> false;
        };
    }

    /// What is wrong with a value, to be said after its field's name.
    public String fault(InvalidValue value) {
        return phrases.find(language, "fault." + value.code())
                .map(pattern -> fill(pattern, value.facts()))
                .orElse(value.problem());
    }

    private String fill(String pattern, Map<String, ?> facts) {
        var out = pattern.replace("''", "'");
        if (out.indexOf('{') < 0) {
            return out;
        }
        for (var fact : facts.entrySet()) {
            var text =
                    fact.getValue() instanceof InvalidValue value
                            ? fault(value)
                            : isolated(String.valueOf(fact.getValue()));
            out = out.replace("{" + fact.getKey() + "}", text);
        }
        return out;
    }
}
