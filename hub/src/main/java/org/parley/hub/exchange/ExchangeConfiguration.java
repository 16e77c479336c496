package org.parley.hub.exchange;

import jakarta.servlet.MultipartConfigElement;
import org.parley.hub.exchange.tabular.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Uploads go to disk as they arrive, and are cut off at the limit for files.
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    private static final int HELD_IN_MEMORY = 1 << 16;

    /// What a form adds to the file itself.
    private static final long FORM_BYTES = 1 << 16;

    @Bean
    MultipartConfigElement uploads() {
        long most = Limits.usual().fileBytes();
        return new MultipartConfigElement("", most, most + FORM_BYTES, HELD_IN_MEMORY);
    }
}
