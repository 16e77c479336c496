package org.parley.hub.heard;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Asked;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Notes each answer that somebody was served. The stream of live pages carries sizes only and so
/// delivers nothing; neither does an answer without a body.
@Configuration(proxyBeanMethods = false)
class HeardConfiguration implements WebMvcConfigurer {

    private record Noting(Deliveries deliveries) implements HandlerInterceptor {

        @Override
        public void afterCompletion(
                HttpServletRequest request,
                HttpServletResponse response,
                Object handler,
                @Nullable Exception broken) {
            if (request.getAttribute(Asked.class.getName()) instanceof Asked asked
                    && broken == null
                    && response.getStatus() == HttpServletResponse.SC_OK
                    && isGet(request)
                    && !type(response).startsWith("text/event-stream")) {
                deliveries.note(asked.reader(), way(request, response), asked.cut());
            }
        }

        private static boolean isGet(ServletRequest request) {
            return request instanceof ServletRequestWrapper wrapper
                    ? isGet(wrapper.getRequest())
                    : request instanceof HttpServletRequest http && http.getMethod().equals("GET");
        }

        private static Way way(HttpServletRequest request, HttpServletResponse response) {
            var type = type(response);
            if (request.getRequestURI().startsWith("/api/")) {
                return type.isEmpty() || type.contains("json") ? Way.API : Way.EXPORT;
            }
            return type.isEmpty() || type.startsWith("text/html") ? Way.PAGE : Way.EXPORT;
        }

        private static String type(HttpServletResponse response) {
            var type = response.getContentType();
            return type == null ? "" : type;
        }
    }

    private final Deliveries deliveries;

    HeardConfiguration(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Noting(deliveries));
    }
}
