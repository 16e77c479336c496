package org.parley.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Answers every exception of the JSON endpoints with a problem, those thrown before a controller
/// is found too. Pages are the console's.
final class ProblemAnswers implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final Problems problems;

    ProblemAnswers(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception thrown) {
        if (!isForPrograms(request, handler)) {
            return null;
        }
        try {
            problems.write(thrown, request, response);
        } catch (IOException hungUp) {
            LOG.debug("Nobody hears the problem", hungUp);
        }
        return new ModelAndView();
    }

    private static boolean isForPrograms(HttpServletRequest request, @Nullable Object handler) {
        return request.getRequestURI().startsWith("/api/")
                || handler instanceof HandlerMethod method
                        && AnnotatedElementUtils.hasAnnotation(
                                method.getBeanType(), RestController.class);
    }
}
