package org.parley.hub.access;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/// What is open to anybody (the sign-in, static files, health, the logs for mirrors), what wants a
/// signed-in account (everything else), and who may send what from where.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
class SecurityConfiguration {

    /// Where a program signs in: it gets a token, no cookie, so there is nothing to forge.
    private static final String API_SESSIONS = "/api/v1/sessions";

    /// Where a machine of an organisation gets its token, by two signatures of its own.
    private static final String API_TOKEN = "/api/v1/token";

    /// Where couriers bring what devices signed: their signatures say whose word it is.
    private static final String API_SIGNED = "/api/v1/signed-statements";

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http,
            SignIns signIns,
            Possession possession,
            Refusing refusing,
            Environment environment)
            throws Exception {
        var signInFirst = new SignInFirst(refusing);
        var origin = environment.getProperty("parley.signin.origin");
        return http.addFilterBefore(
                        new SessionFilter(signIns, possession, refusing),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SameOrigin(origin, signInFirst), CsrfFilter.class)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Masked in pages, so that compression gives nothing of it away; plain in headers.
                .csrf(
                        csrf ->
                                csrf.spa()
                                        .csrfTokenRepository(formTokens(origin))
                                        // One token for as long as somebody is signed in: another
                                        // window must not outdate a form that is being filled in.
                                        .sessionAuthenticationStrategy(
                                                new NullAuthenticatedSessionStrategy())
                                        .ignoringRequestMatchers(
                                                request ->
                                                        SessionFilter.inHeader(request).isPresent()
                                                                || request.getRequestURI()
                                                                        .equals(API_SESSIONS)
                                                                || request.getRequestURI()
                                                                        .equals(API_TOKEN)
                                                                || request.getRequestURI()
                                                                        .equals(API_SIGNED)
                                                                || isWitness(request)))
                // All others are set for whatever the server answers: see AnswerHeaders.
                .headers(headers -> headers.defaultsDisabled().cacheControl(withDefaults()))
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                                        .permitAll()
                                        .requestMatchers(
                                                "/",
                                                "/sign-in",
                                                "/sign-in/**",
                                                "/enrol/**",
                                                "/sign-out",
                                                "/assets/**",
                                                "/favicon.ico",
                                                "/health/**",
                                                "/metrics",
                                                "/problems",
                                                "/problems/**",
                                                "/error",
                                                "/log/**",
                                                "/api/v1/openapi.json")
                                        .permitAll()
                                        .requestMatchers(
                                                HttpMethod.POST,
                                                API_SESSIONS,
                                                API_TOKEN,
                                                API_SIGNED)
                                        .permitAll()
                                        .requestMatchers(HttpMethod.GET, "/devices/this")
                                        .permitAll()
                                        .requestMatchers(HttpMethod.GET, "/robots.txt")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(signInFirst)
                                        .accessDeniedHandler(signInFirst))
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    /// Pages carry the token in their forms, so no script has to read the cookie.
    private static CookieCsrfTokenRepository formTokens(@Nullable String origin) {
        boolean encrypted = origin != null && origin.startsWith("https:");
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(
                cookie -> {
                    cookie.httpOnly(true).sameSite("Lax").path("/");
                    if (encrypted) { // or else as the request came
                        cookie.secure(true);
                    }
                });
        return tokens;
    }

    /// Each request is measured once, by the server; a span for every filter it passes costs more
    /// than what the filters do.
    @Bean
    SecurityObservationSettings filtersUnmeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /// What a witness brings is believed by its signature, not by who sends it.
    private static boolean isWitness(HttpServletRequest request) {
        var address = request.getRequestURI();
        return address.startsWith("/log/") && address.endsWith("/cosignatures");
    }

    /// No account has a password here; without this Spring would make one up and log it.
    @Bean
    UserDetailsService noPasswords() {
        return name -> {
            throw new UsernameNotFoundException("Nobody signs in by password");
        };
    }
}
