package org.parley.hub.audit;

import java.time.InstantSource;
import org.parley.hub.journal.Journal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Puts the one that takes down reads behind the one that knows who is asking, and in front of
/// those that may answer that nothing changed.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

    @Bean
    FilterRegistrationBean<ReadsFilter> readsFilter(
            ReadLedger ledger, Journal journal, InstantSource clock) {
        var registration = new FilterRegistrationBean<>(new ReadsFilter(ledger, journal, clock));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 20);
        registration.addUrlPatterns("/api/*", "/o/*");
        return registration;
    }
}
