package org.parley.hub.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.kernel.InvalidValue;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps what no controller should have to think of away from all of them: bodies that are too
/// large, and parameters with characters that nothing can be called by.
final class Bounds extends OncePerRequestFilter {

    private final long most;
    private final Problems problems;

    Bounds(ApiSettings settings, Problems problems) {
        this.most = settings.body().toBytes();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean form = isForm(request);
        if (!form && request.getContentLengthLong() > most) {
            problems.write(new TooMuch(most), request, response);
            return;
        }
        // the parameters of a form are in its body, which may be large and is read elsewhere
        var unusable = form ? List.<InvalidValue>of() : unusable(request);
        if (unusable.isEmpty()) {
            chain.doFilter(form ? request : new Bounded(request, most), response);
        } else {
            problems.write(Problem.invalid(unusable), request, response);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static List<InvalidValue> unusable(HttpServletRequest request) {
        var unusable = new ArrayList<InvalidValue>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            for (var value : values) {
                                SafeText.problem(value)
                                        .ifPresent(why -> unusable.add(why.at(name)));
                            }
                        });
        return unusable;
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final long most;

        Bounded(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), most);
        }
    }

    /// A body whose length its sender did not give.
    private static final class Counted extends ServletInputStream {

        private final ServletInputStream in;
        private final long most;
        private long read;

        Counted(ServletInputStream in, long most) {
            this.in = in;
            this.most = most;
        }

        private int counted(int bytes) {
            read += Math.max(0, bytes);
            if (read > most) {
                throw new TooMuch(most);
            }
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            counted(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return counted(in.read(into, offset, length));
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
