package org.parley.hub.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.parley.hub.api.Invented;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts a value that occurs nowhere else into every field that takes free text, a name or a
/// position, so that wherever it turns up, it is known what it was and who may have it.
final class Canaries {

    static final Pattern MARKED = Pattern.compile("zq[a-z]{10}");

    /// All that were ever handed out: a signature of thousands of letters may hold by chance what
    /// looks like one.
    private static final Set<String> MADE = ConcurrentHashMap.newKeySet();

    private static final String SLUG = "^[a-z0-9][a-z0-9-]{0,63}$";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Values without which hardly anything would be recorded.
    private static final Map<String, List<String>> CODES =
            Map.of(
                    "unit", List.of("KGM", "TNE", "LTR"),
                    "cargo", List.of("food", "medical", "shelter"),
                    "category", List.of("food", "medical", "shelter"));

    /// What looks like personal data is held back from everybody where these fields say it.
    private static final Set<String> FREE =
            Set.of("conditions", "description", "explanation", "note", "purpose", "reason", "why");

    private static final String PHONE = "call +44 20 7946 0958 for ";

    /// The class of what nobody sees.
    private static final int NOBODYS = 9;

    private final Invented invented;
    private final List<String> organisations;
    private final Map<String, List<String>> given = new HashMap<>();

    Canaries(Invented invented, List<String> organisations) {
        this.invented = invented;
        this.organisations = organisations;
    }

    private Random random() {
        return invented.random();
    }

    private String fresh() {
        var text = new StringBuilder("zq");
        for (int i = 0; i < 10; i++) {
            text.append((char) ('a' + random().nextInt(26)));
        }
        MADE.add(text.toString());
        return text.toString();
    }

    /// Names by which things were called in a field of this name.
    List<String> given(String field) {
        return given.getOrDefault(field, List.of());
    }

    static Set<String> in(String text) {
        var found = new TreeSet<String>();
        var matcher = MARKED.matcher(text);
        while (matcher.find()) {
            if (MADE.contains(matcher.group())) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    /// The same body with canaries in it, noted with the class of their fields.
    ObjectNode marked(JsonNode body, JsonNode form, Map<String, Integer> noted) {
        var marked = NODES.objectNode();
        var properties = invented.resolved(form).path("properties");
        for (var said : body.properties()) {
            var property = properties.path(said.getKey());
            int fieldClass = property.path("x-field-class").asString("F3").charAt(1) - '0';
            var value = value(said.getKey(), said.getValue(), property);
            marked.set(said.getKey(), value);
            in(value.toString())
                    .forEach(
                            one ->
                                    noted.merge(
                                            one,
                                            value.toString().contains(PHONE + one)
                                                    ? NOBODYS
                                                    : fieldClass,
                                            Math::min));
        }
        return marked;
    }

    private JsonNode value(String field, JsonNode said, JsonNode unresolved) {
        var form = invented.resolved(unresolved);
        for (var either : List.of("oneOf", "anyOf")) {
            if (form.has(either)) {
                form = fitting(said, form.get(either));
            }
        }
        if (said instanceof ObjectNode object) {
            var marked = NODES.objectNode();
            for (var part : object.properties()) {
                var inner = form.path("properties").path(part.getKey());
                marked.set(
                        part.getKey(),
                        value(
                                part.getKey(),
                                part.getValue(),
                                inner.isMissingNode() ? form.path("additionalProperties") : inner));
            }
            return marked;
        }
        if (said instanceof ArrayNode array) {
            var marked = NODES.arrayNode();
            for (var one : array) {
                marked.add(value(field, one, form.path("items")));
            }
            return marked;
        }
        return said.isString() ? text(field, said, form) : said;
    }

    private JsonNode fitting(JsonNode said, JsonNode forms) {
        for (var one : forms) {
            var form = invented.resolved(one);
            var type = form.path("type").asString("");
            if (said.isObject() && type.equals("object")
                    || said.isArray() && type.equals("array")
                    || said.isString() && type.equals("string")) {
                return form;
            }
        }
        return forms.get(0);
    }

    private JsonNode text(String field, JsonNode said, JsonNode form) {
        if (form.has("enum") || form.has("const") || form.has("format")) {
            return said;
        }
        if (form.path("pattern").asString("").equals(SLUG)) {
            return NODES.stringNode(invented.one(organisations));
        }
        if (CODES.containsKey(field)) {
            return NODES.stringNode(invented.one(CODES.get(field)));
        }
        var before = given.computeIfAbsent(field, _ -> new ArrayList<>());
        if (!before.isEmpty() && random().nextInt(10) < 6) {
            return NODES.stringNode(invented.one(before));
        }
        var fresh = fresh();
        if (FREE.contains(field) && random().nextInt(5) == 0) {
            return NODES.stringNode(PHONE + fresh);
        }
        before.add(fresh);
        return NODES.stringNode(fresh);
    }
}
