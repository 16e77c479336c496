package org.parley.hub.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When a volume of reading is unusual: an account that within an hour of the clock has read more
/// exact records than `least`, and more than `times` its median of those hours of the last `days`
/// in which it read any.
///
/// @param least records within an hour that are never unusual
/// @param times how often the usual is still usual
/// @param days over which the usual is reckoned
/// @param pulls positions of others' sites that lists and maps give an organisation in an operation
///     within a day (UTC) at most
/// @param delay at most so long a read is kept in memory before it is stored
@ConfigurationProperties("parley.audit")
public record AuditSettings(
        @DefaultValue("200") long least,
        @DefaultValue("4") long times,
        @DefaultValue("14") int days,
        @DefaultValue("500") int pulls,
        @DefaultValue("250ms") Duration delay) {}
