package org.parley.kernel.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.json.Json;
import org.parley.kernel.json.JsonArray;
import org.parley.kernel.json.JsonNull;
import org.parley.kernel.json.JsonObject;
import org.parley.kernel.json.JsonValue;

/// A statement that a device signed while nobody could be reached, to be carried to a hub by
/// whoever comes by. The text travels with the statement as one of its fields, of the widest class
/// that the statement has: whoever may see all of it can check what the device signed.
///
/// @param hub the address of the one hub that it is for
/// @param signedAt when the device signed it, by its own clock: only a claim
/// @param statement as it is sent: type, id, claimedAt, label, device, says
public record DeviceStatement(
        SelfSigned text, String hub, String operation, Instant signedAt, JsonObject statement) {

    /// What the text says that it is.
    public static final String TYPE = "parley-statement+jws";

    /// The name of the field that holds the text; no component of a body can have it.
    public static final String FIELD = "journal:signed";

    private static final String REPLACES = "journal:replaces";
    private static final String ANSWERS = "journal:answers";

    /// @throws InvalidValue when it is none
    public static DeviceStatement parse(String text) {
        var signed = SelfSigned.parse(text, TYPE);
        var says = Members.of("payload", Json.parse(signed.payload()));
        says.only(Set.of("hub", "operation", "signedAt", "statement"));
        return new DeviceStatement(
                signed,
                says.text("hub"),
                says.text("operation"),
                instant(says.text("signedAt")),
                Members.of("statement", says.get("statement")).object());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notOne) {
            throw new InvalidValue("signedAt", "must be an instant such as 2031-05-04T12:00:00Z");
        }
    }

    /// The statement's id, where it has one.
    public Optional<String> id() {
        return new Members("statement", statement).findText("id");
    }

    /// Whether its key signed this statement: the one of that id, type, time, operation, device and
    /// place in the device's order, under the key that the statement names.
    public boolean isOf(Statement head) {
        var said = new Members("statement", statement);
        var device = said.find("device");
        return text.isSigned()
                && text.key().equals(head.key())
                && operation.equals(head.operation().value())
                && said.text("id").equalsIgnoreCase(head.id().toString())
                && said.text("type").equals(head.type())
                && instant(said.text("claimedAt")).equals(head.claimedAt())
                && head.device() != null
                && device.isPresent()
                && device.get().text("id").equals(head.device().device())
                && device.get().integer("seq") == head.device().sequence();
    }

    /// The fields that read otherwise in the statement than in what the device signed, as where a
    /// hub writes an amount in another way. Only of use to whoever sees all fields.
    public List<String> readOtherwise(List<Disclosure> shown) {
        var signed = new TreeMap<String, JsonValue>();
        if (statement.find("says").orElse(JsonNull.NULL) instanceof JsonObject says) {
            signed.putAll(says.members());
        }
        statement.find("replaces").ifPresent(value -> signed.put(REPLACES, value));
        statement.find("answers").ifPresent(value -> signed.put(ANSWERS, value));
        signed.values().removeIf(DeviceStatement::isNothing);
        var logged = gathered(shown);
        var names = new TreeSet<String>(signed.keySet());
        names.addAll(logged.keySet());
        names.removeIf(
                name -> logged.get(name) != null && logged.get(name).equals(signed.get(name)));
        return List.copyOf(names);
    }

    private static boolean isNothing(JsonValue value) {
        return value == JsonNull.NULL || value instanceof JsonArray(var items) && items.isEmpty();
    }

    /// The fields with lists that are logged item by item put together again.
    private static TreeMap<String, JsonValue> gathered(List<Disclosure> shown) {
        var byName = new TreeMap<String, JsonValue>();
        shown.forEach(one -> byName.put(one.name(), one.value()));
        byName.remove(FIELD);
        var gathered = new TreeMap<String, JsonValue>();
        for (var name : byName.keySet()) {
            int slash = name.lastIndexOf('/');
            if (slash < 0) {
                gathered.put(name, byName.get(name));
            } else {
                var list = name.substring(0, slash);
                var items = new ArrayList<JsonValue>();
                for (int i = 0; byName.get(list + "/" + i) != null; i++) {
                    items.add(byName.get(list + "/" + i));
                }
                gathered.put(list, new JsonArray(items));
            }
        }
        return gathered;
    }
}
