package org.parley.hub.heard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.kernel.audience.Backlog;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// As what somebody of an organisation was served: what labels let them see then.
///
/// @param groups what each of its groups granted of what was addressed to it before
record Desk(
        PartnerId organisation, boolean member, FieldClass ceiling, Map<String, Backlog> groups) {

    Desk {
        groups = Map.copyOf(groups);
    }

    static Desk of(Reader reader) {
        var groups = new HashMap<String, Backlog>();
        reader.groups().forEach(group -> groups.put(group, reader.backlog(group)));
        return new Desk(reader.organisation(), reader.member(), reader.ceiling(), groups);
    }

    /// As far as somebody sees the organisation's memberships; the empty name is the operation.
    Desk within(Set<String> visible) {
        var seen = new HashMap<>(groups);
        seen.keySet().retainAll(visible);
        return new Desk(organisation, member && visible.contains(""), ceiling, seen);
    }

    Reader reader(OperationId operation) {
        return new Reader(operation, organisation, member, ceiling, groups.keySet(), groups);
    }

    /// The groups in one text, in order, each with what it grants where that is not all.
    String groupText() {
        return new TreeMap<>(groups)
                .entrySet().stream()
                        .map(group -> text(group.getKey(), group.getValue()))
                        .collect(joining(","));
    }

    private static String text(String group, Backlog grants) {
        var name = URLEncoder.encode(group, UTF_8);
        return grants.equals(Backlog.ALL)
                ? name
                : "%s=%d=%d".formatted(name, grants.joined(), grants.fromDay());
    }

    static Map<String, Backlog> groups(String text) {
        var groups = new HashMap<String, Backlog>();
        for (var group : text.isEmpty() ? List.<String>of() : List.of(text.split(","))) {
            var parts = List.of(group.split("="));
            groups.put(
                    URLDecoder.decode(parts.getFirst(), UTF_8),
                    parts.size() == 1
                            ? Backlog.ALL
                            : new Backlog(
                                    Long.parseLong(parts.get(1)), Long.parseLong(parts.get(2))));
        }
        return groups;
    }
}
