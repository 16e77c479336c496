package org.parley.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.SignedIn;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives controllers their parameters: [Asked], [Speaker], [Paging] and ids in paths.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class ApiConfiguration implements WebMvcConfigurer {

    private interface FromRequest {
        @Nullable Object read(HttpServletRequest request);
    }

    private record Resolver(Class<?> type, FromRequest reader)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            var servlet = request.getNativeRequest(HttpServletRequest.class);
            return servlet == null ? null : reader.read(servlet);
        }
    }

    private final Requests requests;
    private final Problems problems;

    ApiConfiguration(Requests requests, Problems problems) {
        this.requests = requests;
        this.problems = problems;
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(new ProblemAnswers(problems));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver(Asked.class, requests::asked));
        resolvers.add(new Resolver(Speaker.class, requests::speaker));
        resolvers.add(new Resolver(Paging.class, ApiConfiguration::paging));
        resolvers.add(new Resolver(SignedIn.class, requests::signedIn));
    }

    private static Paging paging(HttpServletRequest request) {
        return new Paging(
                Optional.ofNullable(request.getParameter("limit"))
                        .map(ApiConfiguration::number)
                        .orElse(Paging.USUAL),
                Optional.ofNullable(request.getParameter("after")));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new InvalidValue(
                    "limit",
                    "value.number",
                    "must be a decimal number such as 2.5, was '{was}'",
                    text);
        }
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, OperationId.class, OperationId::new);
        registry.addConverter(String.class, PartnerId.class, PartnerId::new);
        registry.addConverter(String.class, StatementId.class, StatementId::parse);
    }
}
