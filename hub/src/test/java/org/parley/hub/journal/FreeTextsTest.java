package org.parley.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubUnderTest;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.harm.HeldText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FreeTextsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Texts in bodies that are no free text: codes, ids, names of places, goods and organisations,
    /// addresses of pages, hashes, and files that are evidence.
    private static final Set<String> OTHERS =
            Set.of(
                    // codes and ids
                    "about",
                    "act",
                    "area",
                    "cargo",
                    "category",
                    "claim",
                    "code",
                    "codes",
                    "consignment",
                    "corridor",
                    "crossing",
                    "declaration",
                    "destinationArea",
                    "dropped",
                    "empowersTo",
                    "event",
                    "facts",
                    "fieldClass",
                    "flags",
                    "group",
                    "instrument",
                    "keeps",
                    "key",
                    "keys",
                    "kind",
                    "leg",
                    "licence",
                    "line",
                    "lines",
                    "manifest",
                    "mapping",
                    "method",
                    "parent",
                    "pcode",
                    "plan",
                    "post",
                    "reasons",
                    "rule",
                    "ruling",
                    "scheme",
                    "scope",
                    "site",
                    "source",
                    "step",
                    "stops",
                    "type",
                    "unit",
                    "value",
                    "vehicles",
                    "vintage",
                    "where",
                    "what",
                    "zone",
                    // names of places, goods and organisations
                    "assertedBy",
                    "assertedByPartner",
                    "attribution",
                    "destination",
                    "donor",
                    "from",
                    "names",
                    "origin",
                    "place",
                    "publisher",
                    "reportedBy",
                    "to",
                    // files, keys and addresses
                    "authenticatorData",
                    "clientData",
                    "file",
                    "hash",
                    "publicKey",
                    "signature",
                    "statement",
                    "url",
                    // figures
                    "amount",
                    "assistance",
                    "flow",
                    "load",
                    "series",
                    "quantity");

    private static FreeTexts texts() {
        return new FreeTexts(() -> new byte[HeldText.SALT_BYTES]);
    }

    private static SaidField field(String name, String json) {
        return new SaidField(name, FieldClass.OPERATIONAL, JSON.readTree(json));
    }

    private static JsonNode left(FreeTexts texts, String name, String json) {
        return texts.without(List.of(field(name, json))).getFirst().value();
    }

    @Test
    void whatLooksLikePersonalDataLeavesItsTokenWhereverItStands() {
        var texts = texts();

        assertThat(left(texts, "note", "\"ask Mr Haddad\"").asString()).matches(HeldText.TOKEN);
        var lines =
                left(
                        texts,
                        "lines/0",
                        "{\"line\":\"1\",\"description\":\"call +970 59 123 4567\",\"quantity\":2}");
        assertThat(lines.get("description").asString()).matches(HeldText.TOKEN);
        assertThat(lines.get("quantity").asInt()).isEqualTo(2);
        var conditions = left(texts, "conditions", "[\"by day\",\"write to a.b@example.org\"]");
        assertThat(conditions.get(0).asString()).isEqualTo("by day");
        assertThat(conditions.get(1).asString()).matches(HeldText.TOKEN);
        var rest = left(texts, "rows/7", "{\"rest\":{\"Driver\":\"Mr Haddad\"},\"place\":\"K\"}");
        assertThat(rest.at("/rest/Driver").asString()).matches(HeldText.TOKEN);

        assertThat(texts.held())
                .extracting(HeldField::field, HeldField::sign, held -> held.held().text())
                .containsExactly(
                        tuple("note", "name", "ask Mr Haddad"),
                        tuple("lines/0", "phone", "call +970 59 123 4567"),
                        tuple("conditions", "email", "write to a.b@example.org"),
                        tuple("rows/7", "name", "Mr Haddad"));
    }

    @Test
    void codesNamesAndFilesStay() {
        var texts = texts();

        for (var name : List.of("place", "file", "names", "destination")) {
            var said = field(name, "{\"en\":\"Sheikh Radwan\",\"x\":\"Mr Haddad\"}");
            assertThat(texts.without(List.of(said)).getFirst()).isSameAs(said);
        }
        assertThat(texts.held()).isEmpty();
    }

    @Test
    void aTextThatHoldsATokenIsHeldItself() {
        var texts = texts();
        var token = new HeldText(new byte[HeldText.SALT_BYTES], "a").token();

        assertThat(left(texts, "note", JSON.writeValueAsString("see " + token)).asString())
                .matches(HeldText.TOKEN)
                .doesNotContain(token);
    }

    /// Whoever adds a text to a body decides here whether it is free text.
    @Test
    void eachTextOfEachBodyIsFreeTextOrKnownNotToBe() {
        var unknown = new TreeSet<String>();
        for (var kind : HubUnderTest.shared().bean(Kinds.class).list()) {
            unknown(kind.body(), unknown, new HashSet<>());
        }
        unknown.removeAll(OTHERS);
        unknown.removeAll(FreeTexts.NAMES);

        assertThat(unknown).isEmpty();
        assertThat(OTHERS).doesNotContainAnyElementsOf(FreeTexts.NAMES);
    }

    private static void unknown(Class<?> body, Set<String> names, Set<Class<?>> seen) {
        if (!seen.add(body)) {
            return;
        }
        for (RecordComponent part : body.getRecordComponents()) {
            for (var type : types(part.getGenericType())) {
                if (type == String.class) {
                    names.add(part.getName());
                } else if (type.isRecord() && type.getName().startsWith("org.parley.hub.")) {
                    unknown(type, names, seen);
                }
            }
        }
    }

    private static List<Class<?>> types(Type type) {
        return switch (type) {
            case Class<?> plain -> List.of(plain);
            case ParameterizedType of ->
                    Stream.of(of.getActualTypeArguments())
                            .<Class<?>>flatMap(each -> types(each).stream())
                            .toList();
            default -> new ArrayList<>();
        };
    }
}
