package org.parley.hub.examples.exercise;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the exercise is played.
///
/// @param seed the same seed gives the same statements
/// @param share of the consignments of a full exercise, above 0 and at most 1
/// @param speed minutes of the exercise in one of the hub's
/// @param patience how long loading tells of the past before the hub opens; what is left is told
///     right after, while the clock stands
/// @param pause between two readings of the script, by the hub's clock
@ConfigurationProperties("parley.exercise")
record ExerciseSettings(
        @DefaultValue("31") long seed,
        @DefaultValue("1") double share,
        @DefaultValue("60") double speed,
        @DefaultValue("6s") Duration patience,
        @DefaultValue("2s") Duration pause) {}
