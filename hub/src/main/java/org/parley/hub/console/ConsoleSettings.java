package org.parley.hub.console;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the console is run.
///
/// @param zone in which the pages tell the time; each also shows universal time
@ConfigurationProperties("parley.console")
record ConsoleSettings(@DefaultValue("UTC") ZoneId zone) {}
