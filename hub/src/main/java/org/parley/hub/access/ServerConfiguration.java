package org.parley.hub.access;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The server in front of the application.
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersOnAllThatIsAnswered(
            Environment environment) {
        var origin = environment.getProperty("parley.signin.origin", "");
        return server -> server.addEngineValves(new HeadersValve(origin.startsWith("https:")));
    }
}
