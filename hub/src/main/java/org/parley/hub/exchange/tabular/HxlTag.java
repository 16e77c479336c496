package org.parley.hub.exchange.tabular;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A tag of the Humanitarian Exchange Language such as `#date+received`: it says what a column
/// holds, whatever its header says and in whatever language.
public record HxlTag(String tag, Set<String> attributes) {

    private static final Pattern FORM =
            Pattern.compile("#\\s*([a-z][a-z0-9_]*)((?:\\s*\\+\\s*[a-z][a-z0-9_]*)*)");

    public HxlTag {
        attributes = Collections.unmodifiableSet(new TreeSet<>(attributes));
    }

    public static Optional<HxlTag> parse(String cell) {
        var match = FORM.matcher(cell.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        var attributes = new TreeSet<String>();
        for (var attribute : match.group(2).split("\\+", -1)) {
            if (!attribute.isBlank()) {
                attributes.add(attribute.strip());
            }
        }
        return Optional.of(new HxlTag(match.group(1), attributes));
    }

    /// Whether a column tagged `this` is one that `wanted` asks for: the same tag, and at least its
    /// attributes.
    public boolean answers(HxlTag wanted) {
        return tag.equals(wanted.tag) && attributes.containsAll(wanted.attributes);
    }

    @Override
    public String toString() {
        return attributes.isEmpty() ? "#" + tag : "#" + tag + "+" + String.join("+", attributes);
    }
}
