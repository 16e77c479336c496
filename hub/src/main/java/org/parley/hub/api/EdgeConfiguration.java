package org.parley.hub.api;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/// The filters in front of the JSON endpoints, all behind the one that knows who is asking.
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    FilterRegistrationBean<RateLimits> rateLimits(ApiSettings settings, Problems problems) {
        var limits = at(1, new RateLimits(settings, problems));
        limits.addUrlPatterns("/log/*"); // what witnesses bring; reading the log is not limited
        return limits;
    }

    @Bean
    FilterRegistrationBean<Bounds> bounds(ApiSettings settings, Problems problems) {
        return at(2, new Bounds(settings, problems));
    }

    @Bean
    FilterRegistrationBean<Representations> representations() {
        return at(3, new Representations());
    }

    private static <F extends OncePerRequestFilter> FilterRegistrationBean<F> at(
            int place, F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 10 + place);
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> brokenRequests(Problems problems) {
        return server ->
                server.addContextCustomizers(
                        context ->
                                context.getParent()
                                        .getPipeline()
                                        .addValve(new BrokenRequests(problems)));
    }

    /// Addresses that try to be two at once are refused before anything reads them.
    @Bean
    RequestRejectedHandler rejectedAddresses(Problems problems) {
        return (request, response, _) ->
                problems.write(Diagnosis.byStatus(HttpStatus.BAD_REQUEST), request, response);
    }
}
