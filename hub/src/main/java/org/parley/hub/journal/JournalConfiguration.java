package org.parley.hub.journal;

import java.time.Clock;
import java.time.InstantSource;
import org.parley.hub.outgoing.Outgoing;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The edge of the journal: the one clock of the hub, and nothing at the crash points.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalSettings.class)
class JournalConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    Witnesses witnesses(JournalSettings settings, Outgoing outgoing, InstantSource clock) {
        return new Witnesses(Witness.of(settings, outgoing), settings.witnessGrace(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    CrashPoint.Hook noCrash() {
        return _ -> {};
    }
}
