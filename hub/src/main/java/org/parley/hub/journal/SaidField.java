package org.parley.hub.journal;

import org.parley.kernel.audience.FieldClass;
import tools.jackson.databind.JsonNode;

/// One field of a body on its way into a statement: its name, its class, its value.
record SaidField(String name, FieldClass fieldClass, JsonNode value) {}
