package org.parley.hub.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/// Links each page of a list to the next one (RFC 8288), with everything else that was asked for.
@RestControllerAdvice
class PageLinks implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(
            MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return method.getParameterType() == Page.class;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Page<?> page) {
            page.nextCursor()
                    .ifPresent(
                            cursor ->
                                    response.getHeaders()
                                            .add(HttpHeaders.LINK, link(request, cursor)));
        }
        return body;
    }

    private static String link(ServerHttpRequest request, String cursor) {
        var next =
                UriComponentsBuilder.newInstance()
                        .path(request.getURI().getRawPath())
                        .query(request.getURI().getRawQuery())
                        .replaceQueryParam("after", encoded(cursor))
                        .build(true)
                        .toUriString();
        return "<%s>; rel=\"next\"".formatted(next);
    }

    private static String encoded(String cursor) {
        return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
}
