package org.parley.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A value that cannot be: the field it was meant for, and what is wrong with it. Thrown by the
/// constructors of value types; the edge of the hub collects all of them before it answers 400, and
/// words each by its code in the language of whoever reads. The English sentence stands beside the
/// code, since logs, the verifier and the signer have no wording of their own.
public final class InvalidValue extends IllegalArgumentException {

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
    private static final String UNREADABLE = "value.unreadable";

    private final String field;
    private final String code;
    private final String problem;
    private final transient Map<String, Object> facts;

    /// What has no code of its own, because nobody can send it through the hub's edge.
    public InvalidValue(String field, String problem) {
        this(Map.of(), field, UNREADABLE, problem);
    }

    /// @param code stable, for example `value.at-most`
    /// @param english the sentence after the field's name, with a `{name}` for each fact
    /// @param facts in the order in which the sentence first names them
    public InvalidValue(String field, String code, String english, @Nullable Object... facts) {
        var named = named(english, facts);
        this(named, field, code, filled(english, named));
    }

    private InvalidValue(Map<String, Object> facts, String field, String code, String problem) {
        super(field + ": " + problem);
        this.field = field;
        this.code = code;
        this.problem = problem;
        this.facts = Collections.unmodifiableMap(facts);
    }

    private static Map<String, Object> named(String english, @Nullable Object... facts) {
        var named = new LinkedHashMap<String, Object>();
        var blanks = BLANK.matcher(english);
        while (blanks.find()) {
            if (!named.containsKey(blanks.group(1))) {
                named.put(blanks.group(1), Objects.requireNonNullElse(facts[named.size()], "null"));
            }
        }
        if (named.size() != facts.length) {
            throw new IllegalStateException("Not as many blanks as facts: " + english);
        }
        return named;
    }

    private static String filled(String english, Map<String, Object> facts) {
        return BLANK.matcher(english)
                .replaceAll(
                        blank ->
                                Matcher.quoteReplacement(
                                        String.valueOf(
                                                facts.getOrDefault(
                                                        blank.group(1), blank.group()))));
    }

    /// The same, said of a field as its author knows it.
    public InvalidValue at(String otherField) {
        return new InvalidValue(facts, otherField, code, problem);
    }

    /// The field as its author knows it, for example `quantity` or `lines[2].unit`.
    public String field() {
        return field;
    }

    /// The stable code of what is wrong.
    public String code() {
        return code;
    }

    /// What the sentence names: the value, and what is expected instead.
    public Map<String, Object> facts() {
        return facts;
    }

    /// What is wrong, in English, naming the value and what is expected instead.
    public String problem() {
        return problem;
    }
}
