package org.parley.hub.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives what is read over the API its strong entity tag, so that asking again for what has not
/// changed costs no transfer; packs it where the asker unpacks; answers HEAD with the headers of
/// GET. An answer as of a settled moment may be kept for an hour and no longer, since clearance and
/// erasure bind from then on.
final class Representations extends OncePerRequestFilter {

    /// Set on a request once its answer is about a moment that cannot change any more.
    static final String SETTLED = Representations.class.getName() + ".settled";

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int WORTH_PACKING = 1024;
    private static final int TAG_BYTES = 16;
    private static final String VARY =
            "Accept, Accept-Encoding, Accept-Language, Authorization, Cookie";

    private static final class AsGet extends HttpServletRequestWrapper {

        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/")
                || !(request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean head = request.getMethod().equals("HEAD");
        var asGet = head ? new AsGet(request) : request;
        var buffered = new Buffered(response);
        response.setHeader(HttpHeaders.VARY, VARY);
        chain.doFilter(asGet, buffered);
        if (buffered.passes() || request.isAsyncStarted()) {
            return;
        }
        var body = buffered.body();
        if (buffered.getStatus() == HttpServletResponse.SC_OK) {
            answer(request, response, body, head);
        } else if (!head) {
            response.getOutputStream().write(body);
        }
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, byte[] body, boolean head)
            throws IOException {
        boolean packs = body.length >= WORTH_PACKING && acceptsGzip(request);
        var tag = tag(body, packs);
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl(request));
        if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var sent = packs ? packed(body) : body;
        if (packs) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(sent.length);
        if (!head) {
            response.getOutputStream().write(sent);
        }
    }

    private static String cacheControl(HttpServletRequest request) {
        return request.getAttribute(SETTLED) == null
                ? "no-cache, private"
                : "private, immutable, max-age=" + KEPT.toSeconds();
    }

    /// The packed form is another representation and has another tag.
    private static String tag(byte[] body, boolean packed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            var text =
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(Arrays.copyOf(digest, TAG_BYTES));
            return '"' + text + (packed ? "-gzip" : "") + '"';
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static boolean matches(@Nullable String wanted, String tag) {
        return wanted != null
                && Arrays.stream(wanted.split(",", -1))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(each -> each.equals("*") || each.equals(tag));
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && Arrays.stream(accepted.split(",", -1))
                        .map(each -> each.replace(" ", ""))
                        .anyMatch(
                                each ->
                                        each.equals("gzip")
                                                || each.startsWith("gzip;q=")
                                                        && !each.matches("gzip;q=0(\\.0*)?"));
    }

    private static byte[] packed(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream(body.length / 4);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }
}
