package org.parley.hub.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.parley.kernel.harm.HeldText;
import org.parley.kernel.harm.PersonalDataScreen;
import org.parley.kernel.harm.PersonalDataScreen.Sign;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Free text on its way into one statement: what looks like personal data is taken out, and its
/// token put in its place (trust.md 5.2).
final class FreeTexts {

    /// What free text is called in bodies. All other texts are codes, names of places, goods and
    /// organisations, or files that are evidence.
    static final Set<String> NAMES =
            Set.of(
                    "asSaid",
                    "conditions",
                    "coverage",
                    "description",
                    "explanation",
                    "limits",
                    "note",
                    "purpose",
                    "readBack",
                    "reason",
                    "rest",
                    "says",
                    "why");

    /// A text that holds what could pass for somebody's held text.
    private static final String COPIED = "token";

    private static final String WHOLE = "signed";

    private final Supplier<byte[]> salt;
    private final List<HeldField> held = new ArrayList<>();

    /// @param salt a new one at each call
    FreeTexts(Supplier<byte[]> salt) {
        this.salt = salt;
    }

    /// The texts that were taken out so far.
    List<HeldField> held() {
        return List.copyOf(held);
    }

    List<SaidField> without(List<SaidField> said) {
        return said.stream().map(this::without).toList();
    }

    private SaidField without(SaidField said) {
        var value = without(said, BodyForm.component(said.name()), said.value());
        return value == said.value() ? said : new SaidField(said.name(), said.fieldClass(), value);
    }

    /// The value, or another where anything in it had to go.
    private JsonNode without(SaidField said, String name, JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING ->
                    NAMES.contains(name)
                            ? sign(value.asString())
                                    .map(sign -> taken(said, sign, value))
                                    .orElse(value)
                            : value;
            case ARRAY -> items(said, name, value);
            case OBJECT -> members(said, name, value);
            default -> value;
        };
    }

    private JsonNode items(SaidField said, String name, JsonNode list) {
        ArrayNode changed = null;
        for (int i = 0; i < list.size(); i++) {
            var item = list.get(i);
            var left = without(said, name, item);
            if (left != item) {
                changed = changed == null ? ((ArrayNode) list).deepCopy() : changed;
                changed.set(i, left);
            }
        }
        return changed == null ? list : changed;
    }

    private JsonNode members(SaidField said, String name, JsonNode object) {
        ObjectNode changed = null;
        for (var member : object.properties()) {
            var free = NAMES.contains(name) ? name : member.getKey();
            var left = without(said, free, member.getValue());
            if (left != member.getValue()) {
                changed = changed == null ? ((ObjectNode) object).deepCopy() : changed;
                changed.set(member.getKey(), left);
            }
        }
        return changed == null ? object : changed;
    }

    private static Optional<String> sign(String text) {
        return HeldText.TOKEN.matcher(text).find()
                ? Optional.of(COPIED)
                : PersonalDataScreen.find(text).stream().findFirst().map(Sign::code);
    }

    private JsonNode taken(SaidField said, String sign, JsonNode text) {
        var taken = new HeldText(salt.get(), text.asString());
        held.add(new HeldField(said.name(), said.fieldClass(), sign, taken));
        return JsonNodeFactory.instance.stringNode(taken.token());
    }

    /// What a device signed holds all that was said: where any of it is held back, so is that.
    SaidField signed(SaidField signed) {
        return held.isEmpty()
                ? signed
                : new SaidField(
                        signed.name(), signed.fieldClass(), taken(signed, WHOLE, signed.value()));
    }
}
