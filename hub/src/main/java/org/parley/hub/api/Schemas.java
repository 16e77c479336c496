package org.parley.hub.api;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The forms of JSON values, from the types that they are read into and written from.
@Component
public class Schemas {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// The words of an enumeration as they stand in JSON.
    static List<String> words(Class<? extends Enum> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> JSON.valueToTree(constant).asString())
                .toList();
    }
}
