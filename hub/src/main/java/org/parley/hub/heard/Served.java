package org.parley.hub.heard;

import java.time.Instant;

/// The first time that an organisation's desk was served from so late a cut.
record Served(Desk desk, Way way, long size, Instant at) {}
