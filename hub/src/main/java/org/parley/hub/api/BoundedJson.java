package org.parley.hub.api;

import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests' text as trees, within bounds that no honest body meets.
final class BoundedJson {

    /// Deeper nesting than any body has.
    static final int DEEPEST = 32;

    static final int LONGEST_NUMBER = 60;
    static final int LONGEST_NAME = 500;

    private static final JsonFactory BOUNDED =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .maxNameLength(LONGEST_NAME)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Names that somebody makes up are not kept for the next request.
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build();

    /// Reads text into trees, with numbers as they were written.
    private static final JsonMapper TREES =
            JsonMapper.builder(BOUNDED)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private BoundedJson() {}

    /// @throws JacksonException where the text is not JSON, with line and column
    static JsonNode tree(byte[] text) {
        var tree = parsed(text);
        if (tree == null || tree.isMissingNode()) {
            throw new InvalidValue("", "value.json-empty", "must be JSON, was empty");
        }
        return tree;
    }

    private static @Nullable JsonNode parsed(byte[] text) {
        try {
            return TREES.readTree(text);
        } catch (NumberFormatException beyondAllNumbers) { // an exponent of more than 32 bits
            throw new InvalidValue(
                    "",
                    "value.json-bounds",
                    "it nests deeper or has a longer name or number than the hub reads");
        }
    }
}
