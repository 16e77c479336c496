package org.parley.hub.store;

import java.util.ArrayList;
import java.util.List;

/// How the embedded PostgreSQL runs: what it confirms is on disk, and nobody reaches it from
/// outside the machine. It looks often for tables that have grown, since a first load or a rebuild
/// leaves the planner without statistics until then.
final class PostgresSettings {

    private static final List<String> ALWAYS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "max_connections=120",
                    "shared_buffers=128MB",
                    "max_wal_size=1GB",
                    "autovacuum_naptime=10s",
                    "log_min_messages=warning",
                    "timezone=UTC");

    private PostgresSettings() {}

    /// @param more each `name=value`; the last one of a name counts
    static List<String> with(int port, List<String> more) {
        var settings = new ArrayList<String>();
        settings.add("port=" + port);
        settings.addAll(ALWAYS);
        settings.addAll(more);
        return settings;
    }
}
