package org.parley.hub.cli;

import java.util.List;

/// Flags that many commands share.
final class CommonFlags {

    /// Where the records are.
    static final List<Flag> STORE =
            List.of(
                    Flag.setting("data", "FOLDER", "parley.data"),
                    Flag.setting("signer", "FOLDER", "parley.journal.signer"),
                    Flag.setting("database", "URL", "parley.database.url"),
                    Flag.setting("database-user", "NAME", "parley.database.user"),
                    Flag.setting("name", "DOMAIN", "parley.journal.name"),
                    Flag.switching("scratch", "parley.scratch"));

    /// Where the hub answers.
    static final List<Flag> WEB =
            List.of(
                    Flag.setting("port", "PORT", "server.port"),
                    Flag.setting("address", "ADDRESS", "server.address"));

    private CommonFlags() {}
}
