package org.parley.hub.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads the bodies of requests that are no statements, as strictly as those that are.
@Component
public class Bodies {

    /// What a controller that takes the bytes themselves reads from them.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Of {
        Class<? extends Record> value();
    }

    private final JsonMapper strict;

    Bodies(JsonMapper json) {
        this.strict = Reading.strict(json);
    }

    /// @throws InvalidValues saying all that is wrong with it
    public <T extends Record> T read(byte[] body, Class<T> type) {
        var reading = Reading.with(strict);
        var read = reading.record("", BoundedJson.tree(body), type);
        reading.finish();
        return read.orElseThrow();
    }
}
