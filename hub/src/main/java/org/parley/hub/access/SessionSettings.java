package org.parley.hub.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long somebody stays signed in.
///
/// @param lasts at most, however busy they are
/// @param idle at most without a request
@ConfigurationProperties("parley.session")
public record SessionSettings(
        @DefaultValue("12h") Duration lasts, @DefaultValue("2h") Duration idle) {}
