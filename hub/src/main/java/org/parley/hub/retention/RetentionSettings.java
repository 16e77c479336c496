package org.parley.hub.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the hub looks for what is over its time.
///
/// @param first how long after the hub has started
/// @param every how often from then on
@ConfigurationProperties("parley.retention")
public record RetentionSettings(
        @DefaultValue("1m") Duration first, @DefaultValue("1h") Duration every) {}
